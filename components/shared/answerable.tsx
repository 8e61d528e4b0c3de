"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { FormView } from "@/components/ui/form";
import { type FormAction, useForm } from "@/components/ui/use-form";
import { Words } from "@/components/ui/words";

type Props = {
  action: FormAction;
  patientId: string;
  subjectId: string;
  /** What the answer is about, for whoever only hears the page. */
  about: string;
  mostLetters: number;
  /** The thing itself. */
  children: ReactNode;
};

/** A shared thing with a form to answer it. Where an answer finds it taken back, its words go from the screen at once. */
export function Answerable({ action, patientId, subjectId, about, mostLetters, children }: Props) {
  const form = useForm(action);
  const { state } = form;
  const gone = state.status === "rejected" && Boolean(state.current?.gone);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (gone) said.current?.focus();
  }, [gone]);
  if (gone && state.status === "rejected") {
    return (
      <div className="stack">
        <p ref={said} role="alert" tabIndex={-1}>
          {state.message}
        </p>
        <Details summary="What you wrote">
          <Words size="small">{state.values.text}</Words>
        </Details>
      </div>
    );
  }
  return (
    <>
      {children}
      <div className="answer-fold">
        <Details summary={<Summary about={about} />} open={state.status !== "idle"}>
          <FormView form={form} submit="Send the answer" tone="quiet">
            <Hidden name="patientId" value={patientId} />
            <Hidden name="subjectId" value={subjectId} />
            <Field
              name="text"
              label="A short answer"
              as="textarea"
              rows={3}
              maxLength={mostLetters}
              hint="It stands beside their words. They find it on their next visit; nobody is notified at once."
            />
          </FormView>
        </Details>
      </div>
    </>
  );
}

const Summary = ({ about }: { about: string }) => (
  <>
    Answer<span className="sr-only">: {about}</span>
  </>
);
