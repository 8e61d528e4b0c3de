import { z } from "zod";
import { type AgreementAnswers, type AgreementKey, agreementParts } from "@/lib/companions/words/agreement/rules";
import { id, optionalText, version } from "@/lib/core/fields";

/** The name of a part's free text in the form; its choice goes by the part's key. */
export const freeName = (key: AgreementKey) => `${key}Free` as const;

const choices = agreementParts.map(({ key, options = [] }) => {
  const values = options.map(({ value }) => value);
  return [
    key,
    z
      .string()
      .optional()
      .refine((value) => !value || values.includes(value), "Choose one of these"),
  ] as const;
});
const texts = agreementParts.map(({ key }) => [freeName(key), optionalText(400)] as const);
type Given = Record<AgreementKey | ReturnType<typeof freeName>, string | undefined>;
const answerFields = Object.fromEntries([...choices, ...texts]) as {
  [Name in keyof Given]: z.ZodType<string | undefined>;
};

/** The form of an agreement, part by part. `version` is the one that was changed, 0 where there is none yet. */
export const agreementInput = z
  .object({ sessionId: id(), grantId: id(), version: z.coerce.number().int().nonnegative(), ...answerFields })
  .transform(({ sessionId, grantId, version, ...given }) => ({
    sessionId,
    grantId,
    version,
    answers: answersIn(given),
  }));
export type AgreementInput = { sessionId: string; grantId: string; version: number; answers: AgreementAnswers };

export const confirmInput = z.object({ agreementId: id(), version });
export type ConfirmInput = z.output<typeof confirmInput>;

/** The same from a page, with where it was. */
export const confirmHereInput = confirmInput.extend({ sessionId: id(), grantId: id() });

function answersIn(given: Given): AgreementAnswers {
  const answers = agreementParts.flatMap(({ key }) => {
    const [choice, free] = [given[key], given[freeName(key)]];
    return choice || free ? [[key, { ...(choice && { choice }), ...(free && { free }) }] as const] : [];
  });
  return Object.fromEntries(answers);
}
