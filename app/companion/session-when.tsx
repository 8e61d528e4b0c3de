import { Time } from "@/components/ui/time";

type Props = { session: { startsAt: Date; endsAt: Date }; zone: string; clinicZone: string };

/** From when to when, with the zone's name where the companion lives in another one than the clinic. */
export function SessionWhen({ session, zone, clinicZone }: Props) {
  return (
    <>
      <Time at={session.startsAt} zone={zone} show="time" /> to{" "}
      <Time at={session.endsAt} zone={zone} show="time" named={zone !== clinicZone} />
    </>
  );
}
