import type { BookEntry, BookMedia } from "../contents/queries";
import { type Block, mediaWords } from "../pages/rules";

/** A book as Markdown. `fileOf` answers where in the ZIP a picture or a sound lies, or nothing where it is left out. */
export const markdownOf = (title: string, blocks: Block[], fileOf: (mediaId: string) => string | undefined): string =>
  [`# ${title}`, ...blocks.map((block) => blockText(block, fileOf))].join("\n\n").concat("\n");

function blockText(block: Block, fileOf: (mediaId: string) => string | undefined): string {
  switch (block.kind) {
    case "chapter":
      return [`## ${oneLine(block.title)}`, block.under].filter(Boolean).join("\n\n");
    case "heading":
      return [`${block.level === 2 ? "###" : "####"} ${oneLine(block.text)}`, block.under && `*${block.under}*`]
        .filter(Boolean)
        .join("\n\n");
    case "words":
      return block.text;
    case "text":
      return `*${oneLine(block.text)}*`;
    case "quote":
      return `${block.text.replace(/^/gm, "> ")}\n>\n> — ${block.by}`;
    case "lines":
      return [block.title && `#### ${block.title}\n`, ...block.lines.map((line) => `- ${oneLine(line)}`)]
        .filter(Boolean)
        .join("\n");
    case "media":
      return mediaText(block.media, fileOf(block.media.id));
  }
}

function mediaText(media: BookMedia, file: string | undefined): string {
  const words = mediaWords(media);
  if (!file) return words;
  const label = oneLine(media.alt || media.caption || (media.kind === "image" ? "A picture" : "A sound"));
  return [
    `${media.kind === "image" ? "!" : ""}[${label.replace(/[[\]]/g, "")}](${file})`,
    words && `*${oneLine(words)}*`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** One page of the journal as a file of its own. */
export function entryText({ title, text, prompt, moods, versions }: BookEntry, under: string): string {
  const moodLine = moods.length > 0 && `Mood: ${moods.join(", ")}`;
  const earlier = versions.map(
    (version) =>
      `---\n\nAs it was before (${version.number})\n\n${[version.title, version.text].filter(Boolean).join("\n\n")}`,
  );
  return [title && `# ${oneLine(title)}`, `*${under}*`, prompt && `*${prompt}*`, text, moodLine, ...earlier]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What greets whoever opens the ZIP. */
export const readmeText = (name: string, bound: string, leftOut: number): string =>
  [
    `# My book`,
    `Everything of ${oneLine(name)}’s own in the portal, bound on ${bound}.`,
    "- `book.md`: all of it to read, in its order",
    "- `journal/`: each page of the journal, with how it was before",
    "- `media/`: pictures and sounds, as they are kept",
    "- `data.json`: the same for a program",
    "These files are not encrypted. Keep them where you would keep a diary.",
    leftOut > 0 &&
      `Together the pictures and sounds are more than fits in here: ${leftOut} of them are in the portal alone, under “Making”.`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
