import { DateTimeField, Field } from "@/components/ui/field";

type Props = {
  zone: string;
  /** The earliest time, such as `2026-11-21T14:00`. */
  min: string;
  careTeam: { id: string; name: string; credentials: string }[];
  defaults: { startsAt?: string; minutes: number; place: string; therapistId: string };
};

/** When, where and with whom: what planning and moving a session ask alike. */
export function PlanFields({ zone, min, careTeam, defaults }: Props) {
  return (
    <>
      <DateTimeField name="startsAt" label="Starts" zone={zone} min={min} defaultValue={defaults.startsAt} required />
      <Field
        name="minutes"
        label="Takes"
        as="select"
        width="medium"
        options={durations(defaults.minutes)}
        defaultValue={String(defaults.minutes)}
      />
      <Field
        name="place"
        label="Where"
        hint="The patient and their companion see it."
        width="medium"
        optional
        maxLength={200}
        defaultValue={defaults.place}
      />
      <Field
        name="therapistId"
        label="Led by"
        as="select"
        width="medium"
        options={careTeam.map(({ id, name, credentials }) => ({
          value: id,
          label: credentials ? `${name}, ${credentials}` : name,
        }))}
        defaultValue={defaults.therapistId}
      />
    </>
  );
}

const usual = [30, 45, 50, 60, 75, 90, 120, 150, 180, 210, 240, 300, 360];

const durations = (current: number) =>
  [...new Set([...usual, current])]
    .sort((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), label: durationWords(minutes) }));

function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(" ");
}
