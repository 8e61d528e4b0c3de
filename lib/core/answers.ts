/** A head that every answer of the portal carries, so that a page knows it from one that something on the way gave in its place. */
export const ownMark = "x-portal";

/** What came back. Status 0: nothing did. */
export type Heard = { status: number; isOwn: boolean };

export const silence: Heard = { status: 0, isOwn: false };

export const heard = ({ status, headers }: Pick<Response, "status" | "headers">): Heard => ({
  status,
  isOwn: headers.has(ownMark),
});

/** Why something could not be done, where the portal itself gave no reason: one sentence, with what to tell the clinic. */
export function reasonWords({ status, isOwn }: Heard): string {
  if (status === 0) return "The portal does not answer.";
  if (isOwn) return `The portal could not do this just now (${status}).`;
  if (status === 413) return "This is larger than the clinic's server lets through. Tell the clinic this number: 413.";
  if ([401, 407, 511].includes(status)) return `Something on the way asks for a sign-in of its own (${status}).`;
  if ([403, 405, 406, 451].includes(status))
    return `The clinic's server does not allow this. Tell the clinic this number: ${status}.`;
  if (status === 429) return "The clinic's server asks to wait a moment (429).";
  if ([502, 503, 504].includes(status)) return `The clinic's server does not reach the portal just now (${status}).`;
  return `Something on the way answered in the portal's place (${status}).`;
}

/** An answer to an action of a page that is not the portal's. */
export class StrangeAnswer extends Error {
  override name = "StrangeAnswer";
  constructor(readonly answer: Heard) {
    super(reasonWords(answer));
  }
}
