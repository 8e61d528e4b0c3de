import type { ShareAudience } from "@/prisma/generated/enums";
import { kinds as table } from "@/prisma/generated/kinds";
import { joinSql, type Sql, sql } from "./db";
import type { Kind, Reader, Sharing, Spot } from "./kind";

/** Every kind, with the types that its own file gives it. */
export type Kinds = typeof table;
export type KindName = keyof Kinds;

/** Everything that a patient's record holds, by its kind. Nobody keeps this list: it is gathered from `lib/<noun>/kind.ts`. */
export const kinds: Record<KindName, Kind> = table;

export const kindNames = Object.keys(kinds) as KindName[];

export const isKind = (name: string | null): name is KindName => name !== null && Object.hasOwn(kinds, name);

/** The kinds that a patient can share. */
export const shareable = kindNames.filter((name) => kinds[name].shared);

/** How a kind is shared. @throws where it cannot be. */
export function sharingOf(name: KindName): Sharing {
  const { shared } = kinds[name];
  if (!shared) throw new Error(`${name} cannot be shared`);
  return shared;
}

export const canBeSharedWith = (name: KindName, audience: ShareAudience): boolean =>
  kinds[name].shared?.with.includes(audience) ?? false;

/** Where its patient opens a thing; their path where it is of no kind that is known. */
export const patientPageOf = (name: string | null, spot: Spot): string =>
  isKind(name) ? kinds[name].page.patient(spot) : "/my/path?view=list";

/** Where a therapist opens a thing of a patient's: its own page, else among what the patient shares. */
export const therapistPageOf = (name: KindName, patientId: string, spot: Spot): string =>
  kinds[name].page.therapist?.(spot) ?? `/therapist/patients/${patientId}/shared`;

/** What a thing lies in for that reader, as SQL from its kind and its id; null where nothing needs it. */
export function liesIn(reader: Reader, kind: Sql, id: Sql): Sql {
  const cases = kindNames.flatMap((name) => {
    const lies = kinds[name].lies?.[reader];
    return lies ? [sql`when ${name} then ${lies(id)}::text`] : [];
  });
  return sql`case ${kind} ${joinSql(cases, " ")} end`;
}
