"use client";

import type { FormEvent, ReactNode } from "react";
import { createContext, useContext, useEffect, useId, useRef } from "react";
import type { FormState } from "@/lib/core/form-state";
import { idle } from "@/lib/core/form-state";
import { classNames } from "./class-names";
import { ErrorSummary } from "./error-summary";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";
import { type FormAction, useForm } from "./use-form";

type View = {
  children?: ReactNode;
  /** Words on the submit button; leave out to place SubmitButtons yourself. */
  submit?: ReactNode;
  /** Beside the submit button: a cancel link, a remark. */
  beside?: ReactNode;
  tone?: "primary" | "quiet" | "stop";
  large?: boolean;
  /** The success message is shown elsewhere. */
  quiet?: boolean;
  id?: string;
  className?: string;
  "aria-label"?: string;
};

const FormContext = createContext<{ id: string; state: FormState }>({ id: "", state: idle });

export function Form({ action, ...view }: View & { action: FormAction }) {
  return <FormView {...view} form={useForm(action)} />;
}

export function FormView({
  form,
  children,
  submit,
  beside,
  tone,
  large,
  quiet,
  id,
  className,
  ...rest
}: View & { form: ReturnType<typeof useForm> }) {
  const { state, pending, formKey } = form;
  const own = useId();
  const guard = (event: FormEvent) => pending && event.preventDefault();
  return (
    <FormContext value={{ id: id ?? own, state }}>
      <form
        {...rest}
        id={id}
        action={form.submit}
        onSubmit={guard}
        noValidate
        className={classNames("form stack", className)}
      >
        <Outcome state={state} id={id ?? own} quiet={quiet} />
        <input type="hidden" name="formKey" value={formKey} readOnly autoComplete="off" suppressHydrationWarning />
        {children}
        {submit && (
          <div className="row form-end">
            <SubmitButton variant={tone} large={large}>
              {submit}
            </SubmitButton>
            {beside}
          </div>
        )}
      </form>
    </FormContext>
  );
}

function Outcome({ state, id, quiet }: { state: FormState; id: string; quiet?: boolean }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "rejected") summary.current?.focus();
  }, [state]);
  return (
    <>
      {state.status === "rejected" && <ErrorSummary ref={summary} state={state} formId={id} />}
      {!quiet && <Notice>{state.status === "done" && state.message}</Notice>}
    </>
  );
}

/** What a named control needs from its form: ids, its error, the value typed before, and another's text on a conflict. */
export function useField(name: string, defaultValue?: string) {
  const { id: form, state } = useContext(FormContext);
  const rejected = state.status === "rejected" ? state : undefined;
  const id = fieldId(form, name);
  const error = rejected?.errors[name];
  const value = rejected?.values[name] ?? defaultValue;
  return { id, error, value, theirs: rejected?.current?.[name], rejected, describedBy: describer(id, error) };
}

function fieldId(form: string, name: string) {
  return `${form}-${name}`;
}

function describer(id: string, error?: string) {
  return (hint?: unknown) => classNames(!!hint && `${id}-hint`, !!error && `${id}-error`);
}
