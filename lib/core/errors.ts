import { notFound } from "next/navigation";

type Refusal = "signed-out" | "refused" | "not-found" | "conflict" | "invalid" | "too-large";
type RefusalDetail = { field?: string; current?: Record<string, string> };

/** A refusal that the person who acts can understand: its message is written for them and is shown. */
export class DomainError extends Error {
  override name = "DomainError";
  constructor(
    readonly code: Refusal,
    message: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(message);
  }
}

/** What the database would not do, without the values that Prisma's own messages repeat. */
export class DatabaseFault extends Error {
  override name = "DatabaseFault";
  constructor(
    readonly code: string,
    readonly sqlState: string | undefined,
    readonly constraint: string | undefined,
  ) {
    super(["The database refused", code, sqlState, constraint].filter(Boolean).join(" "));
  }
}

type DriverCause = { originalCode?: string; originalMessage?: string };
type PrismaError = Error & {
  code?: string;
  meta?: { driverAdapterError?: { cause?: DriverCause } };
  cause?: DriverCause;
};

/** Turns Prisma's errors into a `DatabaseFault`; every other error comes back as it is. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !/^(PrismaClient|DriverAdapterError)/.test(error.name)) return error;
  const { name, code, meta, cause } = error as PrismaError;
  const driver = meta?.driverAdapterError?.cause ?? cause;
  return new DatabaseFault(
    code ?? name,
    driver?.originalCode,
    driver?.originalMessage?.match(/constraint "(\w+)"/)?.[1],
  );
}

/** Turns one refusal of the database, such as an overlap or a duplicate, into words. Arguments: SQLSTATE, message, the field it belongs to. */
export async function orRefuse<T>(work: Promise<T>, sqlState: string, message: string, field?: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // Inside a transaction it is still Prisma's own.
    const fault = withoutValues(error);
    if (fault instanceof DatabaseFault && fault.sqlState === sqlState) {
      throw new DomainError("conflict", message, { field });
    }
    throw error;
  }
}

/** The row, or a real 404 where there is none for this person. */
export async function orNotFound<T>(work: Promise<T | null | undefined>): Promise<T> {
  return (await orNull(work)) ?? notFound();
}

/** What was found, or null where it is refused with `not-found`. */
export async function orNull<T>(work: Promise<T | null | undefined>): Promise<T | null> {
  try {
    return (await work) ?? null;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return null;
    throw error;
  }
}

/** The row, or a refusal of code `not-found` inside a command. */
export function found<T>(row: T | null | undefined, message = "This is not here, or no longer."): T {
  if (row === null || row === undefined) throw new DomainError("not-found", message);
  return row;
}
