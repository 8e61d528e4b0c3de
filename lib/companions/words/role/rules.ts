type Names = { patientName: string; clinicName: string };

/** What somebody accepts who becomes a companion: their role, and what stays private. */
export const roleParts = ({ patientName: name, clinicName }: Names): { title: string; lines: string[] }[] => [
  {
    title: "What you are there for",
    lines: [
      `You are a familiar face. You keep ${name} company, you remember what was said, and you are kind.`,
      `You are not there to treat, to guide or to explain. The staff of ${clinicName} look after ${name}'s health.`,
    ],
  },
  {
    title: "What you will see here",
    lines: [
      `Only what ${name} has chosen to show you: when and where a session is, and maybe the words set for it.`,
      "You will never see the record, the therapist's notes, or what is written for nobody else.",
    ],
  },
  {
    title: "What stays private",
    lines: [
      `What you see, hear and read belongs to ${name}. Do not tell others, do not post it, and keep no copies or pictures.`,
      "There is one exception. If you fear for somebody's safety, tell the clinic's staff at once. In danger, call 911.",
    ],
  },
  {
    title: "What you write",
    lines: [
      "You can write down what you saw and heard. It is yours until you hand it over.",
      `After that it is ${name}'s. You cannot read it any more. ${name} reads it first, and decides who else may.`,
    ],
  },
  {
    title: "How it ends",
    lines: [
      `Your access ends by itself some days after a session. ${name} or the clinic can also end it at any time, and need not say why.`,
      "What you have not handed over by then stays closed. Nobody can read it.",
      `Words that your phone has not sent by then go to ${name} alone, or are thrown away. ${name} has chosen which.`,
      "You may say no, now or later. That is all right.",
    ],
  },
];
