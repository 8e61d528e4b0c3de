import { HandOverForm } from "@/components/careTeams/hand-over-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Details } from "@/components/ui/details";
import { Hidden, type Option } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { counted } from "@/lib/accounts/people/rules";
import { endWords } from "@/lib/careTeams/rules";
import { endPlaceAction, handOverAction } from "../actions";

type Props = {
  place: { id: string; from: Date; until: Date | null; therapist: { id: string; name: string; credentials: string } };
  patient: { patientId: string; name: string };
  sessions: { id: string; startsAt: Date }[];
  others: Option[];
  /** How many therapists stay when this one goes. */
  stay: number;
  zone: string;
};

/** One therapist's place on a care team, with the ways to end it. */
export function PlaceCard({ place, patient, sessions, others, stay, zone }: Props) {
  const { therapist, from, until } = place;
  return (
    <Card title={[therapist.name, therapist.credentials].filter(Boolean).join(", ")}>
      <p className="soft">
        Since <Time at={from} zone={zone} show="date" />
        {until && (
          <>
            , until <Time at={new Date(until.getTime() - 1)} zone={zone} show="date" />
          </>
        )}
        {" · "}
        {sessions.length ? `${counted(sessions.length, "session")} planned` : "no session planned"}
      </p>
      <Details summary="Hand over to somebody else">
        {others.length === 0 && <p className="soft">There is no other active therapist. Invite one first.</p>}
        <HandOverForm
          action={handOverAction}
          fromId={therapist.id}
          patient={{ ...patient, sessions }}
          others={others}
          zone={zone}
        />
      </Details>
      {sessions.length > 0 ? (
        <p className="soft small">With a session planned, the place can be handed over but not ended.</p>
      ) : (
        <ConfirmButton
          label="End"
          title={`End ${therapist.name}’s place?`}
          text={endWords(therapist.name, patient.name, stay)}
          confirm="End the place"
          action={endPlaceAction}
        >
          <Hidden name="placeId" value={place.id} />
          <Hidden name="patientId" value={patient.patientId} />
        </ConfirmButton>
      )}
    </Card>
  );
}
