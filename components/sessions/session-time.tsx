import { Time } from "@/components/ui/time";

type Props = {
  session: { startsAt: Date; endsAt: Date };
  zone: string;
  named?: boolean;
  /** With the year, for what may be long ago. */
  dated?: boolean;
};

/** "Thursday 19 November, 14:00–15:00" */
export function SessionTime({ session, zone, named, dated }: Props) {
  return (
    <>
      <Time at={session.startsAt} zone={zone} show={dated ? "date" : "day"} />,{" "}
      <Time at={session.startsAt} zone={zone} show="time" />–
      <Time at={session.endsAt} zone={zone} show="time" named={named} />
    </>
  );
}
