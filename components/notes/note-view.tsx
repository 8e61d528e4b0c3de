import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import type { ReadableNote } from "@/lib/notes/queries";
import { formats, type NoteText, signatureWords, written } from "@/lib/notes/rules";
import { kindWords } from "@/lib/sessions/rules";

type Props = {
  note: ReadableNote;
  zone: string;
  /** A patient is told whose note it is and what it is for. */
  reader: "patient" | "therapist";
  /** Whose record it is; stands on the patient's printed page. */
  patientName: string;
};

/** A signed progress note with its addenda, to read and to print. Headings begin at `h2`. */
export function NoteView({ note, zone, reader, patientName }: Props) {
  const { session, signerName, signerCredentials, signedAt, addenda } = note;
  return (
    <Stack as="article" gap="large" className="max-w-words">
      {reader === "patient" && (
        <p className="only-print">
          {patientName} · {kindWords(session.kind)} session of <Time at={session.startsAt} zone={zone} show="date" />
        </p>
      )}
      <p className="soft">{reader === "patient" ? forPatients(signerName) : forStaff(formats[note.format])}</p>
      <NoteSections note={note} />
      <Signature lead="Signed by" name={signatureWords(signerName, signerCredentials)} at={signedAt} zone={zone} />
      {addenda.map(({ id, text, authorName, authorCredentials, at }) => (
        <Stack as="section" gap="small" key={id} className="border-l-4 border-line pl-4">
          <h2 className="text-h3">Addendum</h2>
          <Markdown>{text}</Markdown>
          <Signature lead="Added by" name={signatureWords(authorName, authorCredentials)} at={at} zone={zone} />
        </Stack>
      ))}
    </Stack>
  );
}

/** The sections that hold words. */
export function NoteSections({ note }: { note: NoteText }) {
  return (
    <Stack gap="large">
      {written(note.format, note.sections).map(({ key, label, text }) => (
        <Stack as="section" gap="small" key={key}>
          <h2 className="text-h3">{label}</h2>
          <Markdown>{text}</Markdown>
        </Stack>
      ))}
    </Stack>
  );
}

const forPatients = (signer: string): ReactNode => (
  <>
    This is {signer}’s note about your session. Therapists write such a note to remember, to plan and to keep each other
    informed, in the words of their field. It is how they understood that day, not the last word about you. If something
    in it puzzles or troubles you, bring it to your next session.
  </>
);

const forStaff = (format: string): ReactNode => (
  <>Progress note in the format {format}, part of the record. It is locked; what is missing goes into an addendum.</>
);

function Signature({ lead, name, at, zone }: { lead: string; name: string; at: Date; zone: string }) {
  return (
    <p className="small soft">
      {lead} {name}, <Time at={at} zone={zone} named />
    </p>
  );
}
