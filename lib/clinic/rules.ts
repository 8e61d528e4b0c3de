/** The bounds of what a clinic may set. */
export const bounds = {
  /** Minutes without activity after which staff are signed out. */
  staffIdleMinutes: { min: 5, max: 60 },
  /** The same for patients and companions. */
  patientIdleMinutes: { min: 15, max: 240 },
  /** Hours after which everybody signs in anew. */
  absoluteHours: { min: 1, max: 24 },
  /** Minutes after which a companion in the room is gently reminded to look in. */
  lookInMinutes: { min: 5, max: 60 },
  /** Days after a session for which a companion still sees it. */
  grantDays: { min: 1, max: 90 },
};
export type Bound = keyof typeof bounds;

/** Every time zone that this server knows, as the options of a list. */
export const timeZones = (): { value: string; label: string }[] =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
