import type { Role, ShareAudience } from "@/prisma/generated/enums";
import type { Db, Sql } from "./db";

/** A thing of a record as an address needs it. `ref` is what it lies in, where its page is one of that: a session, a note. */
export type Spot = { id: string; ref: string | null };

/** Whoever opens a thing on a page of its own. */
export type Reader = "patient" | "therapist";

/** A picture or a sound, without its bytes. */
type Media = {
  id: string;
  kind: "image" | "audio";
  alt: string;
  caption: string;
  seconds: number | null;
  width: number | null;
  height: number | null;
};

/** What stands in a thing. `words` are somebody's own and may be long, `line` is a remark beside them. */
export type Part =
  | { part: "words"; text: string }
  | { part: "line"; text: string }
  | { part: "facts"; items: { label: string; value: string }[] }
  | { part: "list"; items: { id: string; text: string; under: string }[]; none: string }
  | { part: "colour"; colour: string }
  | { part: "media"; media: Media }
  | { part: "elsewhere"; text: string };

/** One thing of a record, opened: what it is called, what it is where that does not say so, and when it was made. */
export type Thing = { id: string; ref: string | null; title: string; what: string; at: Date | null; parts: Part[] };

/** A thing that a search found, by what it is called. */
export type Found = Spot & { title: string };

/** How a kind of thing is shared by its patient. */
export type Sharing = {
  with: readonly ShareAudience[];
  /** The care team may answer one; its page shows the answers and who has seen it. */
  answered: boolean;
  /** One that is shared stands on the pages of shared things. Else it stands with its session. */
  listed: boolean;
  /** These of one patient's, opened as far as the one who asks may see them. */
  open: (db: Db, patientId: string, ids: string[]) => Promise<Thing[]>;
};

/**
 * What of a kind goes into its patient's book and ZIP. `take` reads it, by what it is called there; `last` is where the next batch begins. A
 * kind that the book has no place for tells its things with `tell`, and they lie in the book by their time.
 */
export type Export =
  | {
      take: (db: Db, patientId: string, after?: string) => Promise<{ found: Record<string, unknown[]>; last?: string }>;
      tell?: (found: never) => Thing[];
    }
  | { leave: string };

/** A thing where it lies on its patient's path. `label` is a plain word of its own, `mood` from 1 to 5. */
export type Lying = { id: string; at: Date; ref: string | null; label: string; mood: number | null };

/**
 * How a kind lies on its patient's path, as SQL: rows "x" with "id" and "patientId", and their time. What was put away, taken back or has not
 * happened is not there.
 */
export type Timeline = {
  from: Sql;
  at: Sql;
  where: Sql;
  ref?: Sql;
  label?: Sql;
  mood?: Sql;
  /** What it is drawn with. A session stands by itself. */
  look: "words" | "practices" | "notes" | "checkIns" | "session";
  /** Its names are the patient's own words. */
  own?: true;
  /** What these are called, and what they are, by their ids. */
  name: (
    db: Db,
    patientId: string,
    things: Lying[],
    zone: string,
  ) => Promise<[string, { title: string; what: string }][]>;
};

/** Something that reached a patient and waits for them. `sessionAt` is when the session began that it is about. */
export type Arrival = { id: string; at: Date; ref: string | null; by: string | null; sessionAt: Date | null };

/** How a kind arrives with its patient. */
export type Arriving = {
  /**
   * What has arrived since then and waits, as SQL: "id", "at", "ref", "by", "sessionAt", and "about", the id of what it belongs to, where it
   * is opened on the page of that.
   */
  rows: (patientId: string, since: Date) => Sql;
  told: (arrival: Arrival, zone: string) => { title: string; text: string; label: string };
};

/**
 * A kind of thing that a patient's record holds, described once, in `lib/<noun>/kind.ts`. Whatever lists kinds derives from it: sharing,
 * answers, search, the path, what is new, the book. A share, an answer and the audit log call a thing by its kind's name.
 */
export type Kind = {
  /** The table of its rows, which is called like the kind, and those of their parts. */
  tables: readonly [string, ...string[]];
  /** "goal", "goals", and by itself on screen: "A goal". */
  words: { one: string; many: string; title: string };
  /** Whoever may ever see one, as the walls decide it row by row. */
  seenBy: readonly Role[];
  /** Null where it cannot be shared. */
  shared: Sharing | null;
  /** A patient's own whose words match, a bounded number; null where it is not searched. Pages of the journal have a search of their own. */
  find: ((db: Db, patientId: string, matches: (text: string) => boolean) => Promise<Found[]>) | null;
  /** Null where it does not lie on the path. */
  timeline: Timeline | null;
  /** Null where it reaches its patient without being told. */
  arrives: Arriving | null;
  /** Where it is opened. Without a therapist's page it stands among what a patient shares. */
  page: { patient: (spot: Spot) => string; therapist?: (spot: Spot) => string };
  /** What of it its patient takes along, or why it is not taken. */
  export: Export;
  /** What one lies in, as SQL from its id, for whom that needs it. */
  lies?: Partial<Record<Reader, (id: Sql) => Sql>>;
};

/** The kinds of one noun, by their names. */
export type KindTable = Record<string, Kind>;
