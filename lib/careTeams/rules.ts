type Span = { startsAt: Date; endsAt: Date };

/** Whether a place on a care team is over. */
export const isOver = ({ until }: { until: Date | null }, at: Date) => until !== null && until <= at;

/** The first session that would be at the same time as one that the other already has. */
export const firstClash = <T extends Span>(moving: T[], theirs: Span[]): T | undefined =>
  moving.find((one) => theirs.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt));

/** What ending a place means. `others` is how many therapists stay. */
export function endWords(therapist: string, patient: string, others: number): string {
  const soon = `${therapist} no longer sees ${patient}’s record, from the next request on.`;
  return others ? soon : `${soon} Nobody treats ${patient} then: no session can be planned and no note written.`;
}
