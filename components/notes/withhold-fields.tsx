import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Stack } from "@/components/ui/stack";
import { exceptionKeys, exceptions } from "@/lib/notes/rules";

/** Why a note is withheld: the exception of the law, and the therapist's words. */
export function WithholdFields() {
  return (
    <Stack>
      <RadioGroup
        name="exception"
        legend="Why it is withheld"
        options={exceptionKeys.map((value) => ({ value, ...exceptions[value] }))}
      />
      <Field
        name="words"
        label="In your words"
        hint="Kept with the note for the care team. The patient does not see it."
        as="textarea"
        rows={2}
        maxLength={1000}
      />
    </Stack>
  );
}
