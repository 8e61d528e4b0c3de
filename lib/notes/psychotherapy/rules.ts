/** What does not belong in a psychotherapy note and is not protected there (45 CFR 164.501). */
export const keptOut = [
  "medication: what was prescribed, how it was monitored",
  "when the session started and stopped",
  "the modalities and how often treatment takes place",
  "results of clinical tests",
  "any summary of diagnosis, functional status, treatment plan, symptoms, prognosis or progress to date",
] as const;
