import { describe, expect, test } from "vitest";
import type { Contents } from "@/lib/book/contents/queries";
import { entryText, markdownOf, readmeText } from "@/lib/book/markdown/rules";
import { fileNames, fitting, pagesOf, spanOf } from "@/lib/book/pages/rules";
import { drawPdf } from "@/lib/book/pdf/gateway";
import { type Book, progressWords, stageOf } from "@/lib/book/rules";
import { packZip } from "@/lib/book/zip/gateway";

const at = (text: string) => new Date(`${text}:00Z`);
const zone = "America/New_York";

const session = {
  courseId: "c",
  state: "completed",
  place: "",
  therapist: "Ana",
};
const entry = { kind: "page", title: "", moods: [], prompt: "", colour: "", putAway: false, versions: [] };
const media = {
  entryId: null,
  kind: "image",
  source: "upload",
  type: "image/webp",
  size: 9,
  seconds: null,
  alt: "",
  putAway: false,
};

const empty = {
  ...{ name: "Noor", clinic: "Riverbend Clinic", zone, boundAt: at("2026-11-21T12:00") },
  ...{ sessions: [], entries: [], media: [], threads: [], links: [], practiceLog: [], plan: [], ownPractices: [] },
  ...{ goals: [], steps: [], answers: [], waitingLetters: [], checkIns: [], states: [], sensations: [] },
  ...{ intentions: [], agreements: [], companionNotes: [], unopenedNotes: [], memories: [], quotes: [], notes: [] },
  ...{ drawer: [], companions: [], fit: [], practiceChoices: [], things: [] },
} as unknown as Contents;

const lived = {
  ...empty,
  sessions: [
    {
      ...session,
      id: "s1",
      kind: "dosing",
      number: 1,
      startsAt: at("2026-10-12T14:00"),
    },
    { ...session, id: "s2", kind: "dosing", number: 2, startsAt: at("2026-11-02T14:00") },
    {
      ...session,
      id: "s3",
      kind: "dosing",
      number: 3,
      state: "scheduled",
      startsAt: at("2026-12-02T14:00"),
    },
  ],
  intentions: [
    {
      id: "i1",
      sessionId: "s1",
      wordings: [
        { number: 1, text: "To be less afraid", at: at("2026-10-10T14:00") },
        { number: 2, text: "To let my shoulders down", at: at("2026-10-11T14:00") },
      ],
    },
  ],
  unopenedNotes: [{ sessionId: "s1", companionName: "Sam" }],
  entries: [
    { ...entry, id: "e0", text: "Before it", at: at("2026-10-09T20:00") },
    { ...entry, id: "e1", text: "After the first", at: at("2026-10-13T02:00") },
    { ...entry, id: "e2", text: "After the second", at: at("2026-11-03T20:00") },
  ],
  media: [
    { ...media, id: "m1", entryId: "e1", caption: "Two doors", at: at("2026-10-13T02:10") },
    {
      ...media,
      id: "m2",
      kind: "audio",
      source: "voice",
      type: "audio/webm",
      seconds: 75,
      caption: "",
      at: at("2026-10-14T02:10"),
    },
  ],
  threads: [{ kind: "image", name: "the coat", entries: ["e0", "e1"] }],
  steps: [{ text: "Tell Ada", state: "open", stateAt: at("2026-10-13T12:00"), entryId: "e1" }],
  answers: [
    { subjectId: "e1", text: "Thank you", by: "Ana Reyes", at: at("2026-10-14T12:00") },
    { subjectId: "somewhere else", text: "A late answer", by: "Ana Reyes", at: at("2026-10-15T12:00") },
  ],
  waitingLetters: [{ at: at("2026-10-14T12:00"), sealedUntil: at("2027-03-03T06:00") }],
} as unknown as Contents;

describe("what stands where in a book", () => {
  test("one chapter for each dose that took place, with what followed it, in its order", () => {
    const blocks = pagesOf(lived);
    const chapters = blocks.flatMap((block) => (block.kind === "chapter" ? block.title : []));
    expect(chapters).toEqual([
      "Before the first dose",
      "Dosing 1 · 12 October 2026",
      "Dosing 2 · 2 November 2026",
      "Letters ahead",
      "Threads",
      "Other answers",
    ]);
    const words = blocks.flatMap((block) =>
      block.kind === "words"
        ? block.text
        : block.kind === "quote"
          ? block.text
          : block.kind === "media"
            ? block.media.id
            : [],
    );
    expect(words).toEqual([
      "Before it",
      "To let my shoulders down",
      "After the first",
      "m1",
      "Thank you",
      "m2",
      "After the second",
      "A late answer",
    ]);
  });

  test("earlier wordings, small steps, threads, letters that wait and unopened notes are told in lines", () => {
    const text = markdownOf("My book", pagesOf(lived), (id) => (id === "m2" ? "media/x.webm" : undefined));
    for (const line of [
      "- 10 October 2026: To be less afraid",
      "- A small step from here: Tell Ada",
      "- Threads: the coat",
      "- A letter waits until 3 March 2027.",
      "Sam’s notes wait until you open them.",
      "[A sound](media/x.webm)",
      "> Thank you",
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  test("it says from when to when it tells, and nothing of what is still to come", () => {
    expect(spanOf(lived)).toEqual({ from: "9 October 2026", to: "3 November 2026" });
    expect(spanOf(empty)).toBeNull();
    expect(pagesOf(empty)).toEqual([]);
  });
});

test("files have neutral, dated names in the patient's zone", () => {
  expect([...fileNames(lived.entries, zone, () => "md").values()]).toEqual([
    "2026-10-09-1.md",
    "2026-10-12-1.md",
    "2026-11-03-1.md",
  ]);
  const twice = [
    { id: "a", at: at("2026-10-09T20:00") },
    { id: "b", at: at("2026-10-09T21:00") },
  ];
  expect([...fileNames(twice, zone, () => "md").values()]).toEqual(["2026-10-09-1.md", "2026-10-09-2.md"]);
});

test("a page of the journal keeps how it was before", () => {
  const version = { number: 1, title: "", text: "It was a wall", moods: [], savedAt: at("2026-10-09T20:00") };
  const text = entryText(
    { ...lived.entries[0], title: "The\nwall", text: "It was a coat", versions: [version] } as never,
    "9 October 2026",
  );
  expect(text).toBe(
    "# The wall\n\n*9 October 2026*\n\nIt was a coat\n\n---\n\nAs it was before (1)\n\nIt was a wall\n",
  );
});

test("what does not fit into one book is named", () => {
  const large = { size: 60 * 1024 * 1024 };
  expect(fitting([large, large])).toHaveLength(1);
  expect(readmeText("Noor", "today", 1)).toContain("1 of them are in the portal alone");
  expect(readmeText("Noor", "today", 0)).not.toContain("in the portal alone");
});

test("a book is bound, ready for a day, over, or was never brought to its end", () => {
  const book: Book = {
    id: "b",
    state: "waiting",
    progress: 0,
    askedAt: at("2026-11-21T12:00"),
    readyAt: null,
    endsAt: null,
  };
  const ready: Book = { ...book, state: "ready", endsAt: at("2026-11-22T12:00") };
  expect(stageOf(null, book.askedAt)).toBe("none");
  expect(stageOf(book, at("2026-11-21T12:04"))).toBe("binding");
  expect(stageOf(book, at("2026-11-21T12:06"))).toBe("stalled");
  expect(stageOf({ ...book, state: "failed" }, book.askedAt)).toBe("stopped");
  expect(stageOf(ready, at("2026-11-22T11:59"))).toBe("ready");
  expect(stageOf(ready, at("2026-11-22T12:00"))).toBe("over");
  expect(new Set([0, 20, 50, 80, 99].map(progressWords)).size).toBe(5);
});

test("any letters can be drawn, and long words go on over pages", async () => {
  const cover = { title: "My book", name: "Zoë Łukasiewicz", span: "", bound: "Bound today" };
  const text = `${"Sea and wall. ".repeat(900)}\n\nžluťoučký kůň, Việt Nam, Привет, 海, 🙂, e\u0301`;
  const pdf = await drawPdf(
    cover,
    [
      { kind: "chapter", title: "Žár", under: "" },
      { kind: "words", text },
      { kind: "quote", text: "", by: "" },
    ],
    async () => null,
  );
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(4);
});

test("an empty file can be packed too", async () => {
  const zip = await packZip(
    [
      { path: "a.md", content: "" },
      { path: "b.bin", content: new Uint8Array() },
    ],
    at("2026-11-21T12:00"),
  );
  expect(zip.subarray(0, 2).toString()).toBe("PK");
});
