"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";
import { Dialog } from "./dialog";
import { FormView } from "./form";
import { Notice } from "./notice";
import { type FormAction, useForm } from "./use-form";

type Props = {
  /** Words of the button on the page. */
  label: string;
  title: string;
  /** What it means: who is affected, whether it can be undone. */
  text: ReactNode;
  /** The act itself, as on the button: "End access", never "OK". */
  confirm: string;
  cancel?: string;
  action: FormAction;
  variant?: ButtonVariant;
  tone?: "primary" | "stop";
  /** Hidden values, or fields such as a reason. */
  children?: ReactNode;
};

/** Asks before an act that is hard to take back: in a dialog, or unfolded in the page without JavaScript. */
export function ConfirmButton({
  label,
  title,
  text,
  confirm,
  cancel = "Cancel",
  action,
  variant = "quiet",
  tone = "stop",
  children,
}: Props) {
  const form = useForm(action);
  const hydrated = useSyncExternalStore(never, yes, no);
  const [open, setOpen] = useState(form.state.status === "rejected");
  const [seen, setSeen] = useState(form.state);
  if (form.state !== seen) {
    setSeen(form.state);
    if (form.state.status === "done") setOpen(false);
  }
  const said = <Notice>{form.state.status === "done" && form.state.message}</Notice>;
  if (!hydrated)
    return (
      <>
        <details className="confirm" open={form.state.status === "rejected"}>
          <summary className={buttonClass(variant)}>{label}</summary>
          <div className="card stack">
            <h3>{title}</h3>
            <div className="soft">{text}</div>
            <FormView form={form} submit={confirm} tone={tone} quiet>
              {children}
            </FormView>
          </div>
        </details>
        {said}
      </>
    );
  const cancelButton = (
    <button type="button" className={buttonClass("quiet")} onClick={() => setOpen(false)}>
      {cancel}
    </button>
  );
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonClass(variant, false, "justify-self-start")}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {said}
      <Dialog open={open} onClose={() => setOpen(false)} title={title} text={text}>
        <FormView form={form} submit={confirm} beside={cancelButton} tone={tone} quiet>
          {children}
        </FormView>
      </Dialog>
    </>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
