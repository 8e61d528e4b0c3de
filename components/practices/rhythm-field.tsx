import { Field } from "@/components/ui/field";
import { rhythms } from "@/lib/practices/rules";

/** How often, in plain words, with some to begin from. */
export function RhythmField({ id = "rhythms", defaultValue }: { id?: string; defaultValue?: string }) {
  return (
    <>
      <Field
        name="rhythm"
        label="When it fits"
        hint="As loose as you like: most mornings, when I come home."
        optional
        maxLength={120}
        list={id}
        autoComplete="off"
        defaultValue={defaultValue}
      />
      <datalist id={id}>
        {rhythms.map((rhythm) => (
          <option key={rhythm} value={rhythm} />
        ))}
      </datalist>
    </>
  );
}
