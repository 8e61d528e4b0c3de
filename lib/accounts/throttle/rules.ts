export type Limit = { name: string; points: number; minutes: number };

/** How long the link of a letter for a new password works. */
export const resetMinutes = 30;

/**
 * Windows are fixed and short, and trying on does not lengthen them. Strangers who guess cannot keep a person out: whoever signed in
 * on a device before has limits of their own there, a mailed link that is right has its own, and where no more letters are sent for an
 * address, a link of the last ones still works.
 */
export const limits = {
  signInHere: { name: "here", points: 5, minutes: 15 },
  signInKnownDevice: { name: "device", points: 10, minutes: 15 },
  signInAccount: { name: "account", points: 20, minutes: 15 },
  signInAddress: { name: "address", points: 100, minutes: 15 },
  confirm: { name: "confirm", points: 10, minutes: 15 },
  resetAccount: { name: "resetAccount", points: 3, minutes: resetMinutes },
  resetAddress: { name: "resetAddress", points: 20, minutes: 60 },
  link: { name: "link", points: 60, minutes: 15 },
  code: { name: "code", points: 10, minutes: 15 },
  founding: { name: "founding", points: 1, minutes: 2 },
} as const satisfies Record<string, Limit>;

/** How long to wait, in words. */
export function waitWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
