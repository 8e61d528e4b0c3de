import { Stack } from "@/components/ui/stack";

type Props = { patientName: string; clinicName: string };

/** Role and confidentiality: what somebody accepts who becomes a companion. Without a form; that is around it. */
export function RolePage(props: Props) {
  return (
    <Stack gap="large" className="max-w-words">
      {partsFor(props).map(({ title, lines }) => (
        <section key={title} className="stack gap-2">
          <h2 className="text-h3">{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </Stack>
  );
}

const partsFor = ({ patientName: name, clinicName }: Props) => [
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
      "There is one exception. If you fear for somebody's safety, tell the clinic's staff at once.",
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
      `Your access ends by itself some days after a session. ${name} can also end it at any time, and need not say why.`,
      "What you have not handed over by then stays closed. Nobody can read it.",
      "You may say no, now or later. That is all right.",
    ],
  },
];
