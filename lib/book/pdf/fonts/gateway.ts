import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";

export type Face = "voice" | "voiceBold" | "voiceItalic" | "text" | "textBold";
type Doc = InstanceType<typeof PDFDocument>;
type Glyphs = { hasGlyphForCodePoint(point: number): boolean };

const find = createRequire(import.meta.url).resolve;
const voice = (part: string, style: string) => find(`@fontsource/newsreader/files/newsreader-${part}-${style}.woff`);
const text = (part: string, weight: number) =>
  find(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${weight}-normal.woff`);

/** The house's fonts come in parts; where one has no sign for a letter, the next is asked. */
const voiceParts = (style: string) => ["latin", "latin-ext", "vietnamese"].map((part) => voice(part, style));
const textParts = (weight: number) => ["latin", "latin-ext"].map((part) => text(part, weight));

const files = (): Record<Face, string[]> => ({
  voice: voiceParts("400-normal"),
  voiceBold: voiceParts("500-normal"),
  voiceItalic: voiceParts("400-italic"),
  text: [...textParts(400), ...voiceParts("400-normal").slice(2)],
  textBold: [...textParts(600), ...voiceParts("500-normal").slice(2)],
});

/** In place of a letter that none of the fonts has. */
const unknown = "▯";

export type Run = { font: string; text: string };

export type Fonts = { runs: (face: Face, text: string) => Run[]; missed: () => boolean };

/** Registers the fonts with a document. `runs` cuts a text into parts, each in a font that has its letters; `missed` says whether one had none. */
export function openFonts(doc: Doc): Fonts {
  const glyphs = new Map<string, Glyphs>();
  for (const [face, all] of Object.entries(files())) {
    all.forEach((file, part) => {
      const name = `${face}${part}`;
      doc.registerFont(name, file);
      doc.font(name);
      glyphs.set(name, (doc as unknown as { _font: { font: Glyphs } })._font.font);
    });
  }
  const parts = (face: Face) => [...glyphs].filter(([name]) => name.replace(/\d$/, "") === face);
  let missed = false;
  const runs = (face: Face, text: string) => {
    const found: Run[] = [];
    const fonts = parts(face);
    for (const letter of graphemes(text)) {
      const font = fonts.find(([, has]) => hasAll(has, letter));
      missed ||= !font;
      add(found, font?.[0] ?? `${face}0`, font ? letter : unknown);
    }
    return found;
  };
  return { runs, missed: () => missed };
}

/** White space is no sign that must be drawn. */
const hasAll = (has: Glyphs, letter: string) =>
  [...letter.trim()].every((sign) => has.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const plain = /^[\u0020-\u007e\n\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

/** Whole words where every part of the fonts knows them, single letters elsewhere. */
const graphemes = (text: string): string[] =>
  plain.test(text) ? text.split(/(?<=\s)/) : Array.from(segmenter.segment(text), ({ segment }) => segment);

function add(runs: Run[], font: string, text: string) {
  const last = runs.at(-1);
  if (last?.font === font) last.text += text;
  else runs.push({ font, text });
}
