"use client";

import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "./button-class";

type Props = {
  children: ReactNode;
  variant?: ButtonVariant;
  large?: boolean;
  name?: string;
  value?: string;
  className?: string;
};

export function SubmitButton({ variant, large, className, ...rest }: Props) {
  const { pending } = useFormStatus();
  const guard = (event: MouseEvent) => pending && event.preventDefault();
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={guard}
      className={buttonClass(variant, large, className)}
    />
  );
}
