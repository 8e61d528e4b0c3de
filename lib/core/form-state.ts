export type FormState =
  | { status: "idle" }
  | { status: "done"; message: string }
  | {
      status: "rejected";
      message?: string;
      errors: Record<string, string>;
      values: Record<string, string>;
      current?: Record<string, string>;
    };

export const idle: FormState = { status: "idle" };
