const afterDose = 24 * 3_600_000;

type Moment = {
  /** When the last dosing session was completed. */
  doseAt: Date | null;
  /** When quiet mode was last left by hand. */
  leftAt: Date | null;
  at: Date;
};

/** Whether quiet mode comes by itself: for 24 hours after a dose, unless it was left since then. */
export function isQuiet({ doseAt, leftAt, at }: Moment): boolean {
  if (!doseAt || at < doseAt || at.getTime() - doseAt.getTime() >= afterDose) return false;
  return !leftAt || leftAt < doseAt;
}
