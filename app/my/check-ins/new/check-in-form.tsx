import type { ReactNode } from "react";
import { StateTiles } from "@/components/body/state-tiles";
import { Stepper } from "@/components/body/stepper";
import { Tiles } from "@/components/body/tiles";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Amount, amounts, type CheckIn, measureNames, type Scale, scaleWords } from "@/lib/checkIns/rules";
import { keepCheckInAction } from "./actions";
import { More } from "./more";

type Props = { day: string; checkIn: CheckIn | null; fewer: boolean; footer: ReactNode };

/** How a day is. Every answer is optional. With `fewer`, two questions are asked at first. */
export function CheckInForm({ day, checkIn, fewer, footer }: Props) {
  const scale = (name: Scale) => (
    <Tiles
      key={name}
      name={name}
      legend={measureNames[name]}
      options={scaleWords[name].map((label, index) => ({ value: String(index + 1), label }))}
      defaultValue={written(checkIn?.[name])}
    />
  );
  const amount = (name: Amount, start: number) => {
    const { max, step, many: unit } = amounts[name];
    const fixed = { name, label: measureNames[name], unit, max, step, start };
    return <Stepper key={name} {...fixed} defaultValue={written(checkIn?.[name])} />;
  };
  const word = (
    <Field
      key="word"
      name="word"
      label="One word"
      voice
      maxLength={60}
      autoComplete="off"
      defaultValue={checkIn?.word}
    />
  );
  const body = [<StateTiles key="state" defaultValue={checkIn?.state ?? ""} />, amount("sleepHours", 7)];
  const later = [
    scale("sleepQuality"),
    scale("anxiety"),
    scale("energy"),
    scale("pain"),
    amount("water", 1),
    amount("caffeine", 1),
    amount("screens", 1),
    scale("connection"),
  ];
  return (
    <Form action={keepCheckInAction} className="check-in">
      <Hidden name="day" value={day} />
      <Hidden name="version" value={checkIn?.version ?? 0} />
      {scale("mood")}
      {!fewer && body}
      {word}
      <SubmitButton large className="justify-self-start">
        Keep it
      </SubmitButton>
      <More summary="More: energy, pain, water, screens" open={hasMore(checkIn, fewer)}>
        <Stack gap="large">
          {fewer && body}
          {later}
          <SubmitButton large className="justify-self-start">
            Keep it
          </SubmitButton>
        </Stack>
      </More>
      {footer}
    </Form>
  );
}

const written = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

function hasMore(checkIn: CheckIn | null, fewer: boolean): boolean {
  if (!checkIn) return false;
  const { sleepQuality, anxiety, energy, pain, water, caffeine, screens, connection, state, sleepHours } = checkIn;
  const later = [sleepQuality, anxiety, energy, pain, water, caffeine, screens, connection];
  return [...later, ...(fewer ? [state, sleepHours] : [])].some((answer) => answer !== null);
}
