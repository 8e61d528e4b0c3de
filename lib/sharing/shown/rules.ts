import { capital, placeName, sides } from "@/lib/body/rules";
import type { CheckIn } from "@/lib/checkIns/rules";
import { kindWords } from "@/lib/journal/rules";
import { sessionTitle } from "@/lib/sessions/rules";
import type { ShareSubject } from "@/lib/sharing/rules";
import type { BodySide, EntryKind, FeltSense, SessionKind } from "@/prisma/generated/enums";

export type Share = { id: string; patientId: string; subject: ShareSubject; subjectId: string; sharedAt: Date };

/** What stands on the pages of shared things. A companion's line and what is remembered beside it stand with their session. */
export const shownSubjects = [
  "intention",
  "goal",
  "companionNote",
  "entry",
  "media",
  "checkIn",
  "practiceLog",
  "sensation",
  "plan",
] as const satisfies readonly ShareSubject[];

type Session = { id: string; kind: SessionKind; startsAt: Date };
type Entry = {
  id: string;
  kind: EntryKind;
  prompt: string;
  colour: string;
  title: string;
  text: string;
  moods: string[];
  at: Date;
};
type Media = {
  id: string;
  kind: "image" | "audio";
  alt: string;
  caption: string;
  seconds: number | null;
  width: number | null;
  height: number | null;
  at: Date;
};

/** One thing that is shared, opened. */
export type Thing =
  | { kind: "entry"; entry: Entry; media: Media[] }
  | { kind: "media"; media: Media }
  | { kind: "checkIn"; checkIn: CheckIn }
  | {
      kind: "practiceLog";
      title: string;
      at: Date;
      minutes: number | null;
      before: FeltSense | null;
      after: FeltSense | null;
    }
  | { kind: "sensation"; side: BodySide; place: string; words: string; at: Date }
  | { kind: "plan"; items: { id: string; title: string; rhythm: string }[] }
  | { kind: "intention"; text: string; session: Session | null }
  | { kind: "goal"; from: string; to: string; success: string; letGo: boolean }
  | { kind: "companionNote"; by: string; session: Session };

type Head = { title: string; kind: string; at: Date | null };

/** What a shared thing is called, what kind of thing it is where the title does not say so, and when it was made. */
export function headOf(thing: Thing): Head {
  switch (thing.kind) {
    case "entry": {
      const { title, kind, at } = thing.entry;
      return title ? { title, kind: kindWords(kind), at } : { title: kindWords(kind), kind: "Journal", at };
    }
    case "media":
      return { title: thing.media.kind === "image" ? "A picture" : "A recording", kind: "Making", at: thing.media.at };
    case "checkIn":
      return { title: "Check-in", kind: "", at: thing.checkIn.at };
    case "practiceLog":
      return { title: thing.title, kind: "Practice", at: thing.at };
    case "sensation": {
      const place = placeName(thing.side, thing.place) ?? thing.place;
      return { title: capital(place), kind: `Body, ${sides[thing.side].toLowerCase()}`, at: thing.at };
    }
    case "plan":
      return { title: "Plan of practices", kind: "", at: null };
    case "intention":
      return {
        title: "Intention",
        kind: thing.session ? sessionTitle(thing.session) : "",
        at: thing.session?.startsAt ?? null,
      };
    case "goal":
      return { title: "Goal", kind: thing.letGo ? "Let go" : "", at: null };
    case "companionNote":
      return { title: `${thing.by}’s notes`, kind: sessionTitle(thing.session), at: thing.session.startsAt };
  }
}

/** A text of more than `most` characters in two parts, cut between paragraphs or else between words; a shorter one with an empty second part. */
export function partedText(text: string, most = 1_500): [start: string, rest: string] {
  if (text.length <= most * 1.25) return [text, ""];
  const head = text.slice(0, most);
  const paragraph = head.lastIndexOf("\n");
  const space = head.lastIndexOf(" ");
  const cut = paragraph > most / 2 ? paragraph : space > most / 2 ? space : most;
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}
