import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field, Hidden } from "@/components/ui/field";
import { latestDay } from "@/lib/journal/rules";
import { sealLetterAction } from "../actions";

/** A letter to a later self can be closed until its day. `today` as `2026-11-21`. */
export function SealCard({ entryId, today }: { entryId: string; today: string }) {
  return (
    <Card title="Seal it until its day">
      <p className="soft">Until then nobody can open it, you included. On its day it lies in your journal again.</p>
      <ConfirmButton
        label="Seal this letter"
        title="Seal it until its day?"
        text="It closes now. Nobody can read or change it before its day, not even you, and the clinic cannot open it for you. What you shared of it is taken back."
        confirm="Seal it"
        cancel="Not yet"
        tone="primary"
        action={sealLetterAction}
      >
        <Hidden name="entryId" value={entryId} />
        <Field
          name="day"
          label="It opens on"
          type="date"
          width="medium"
          required
          min={nextDay(today)}
          max={latestDay(today)}
          hint="From tomorrow to ten years from now."
        />
      </ConfirmButton>
    </Card>
  );
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
