import PDFDocument from "pdfkit";
import type { Block } from "../pages/rules";
import { mediaWords } from "../pages/rules";
import { type Face, type Fonts, openFonts, type Run } from "./fonts/gateway";

export type Cover = { title: string; name: string; span: string; bound: string };
type Doc = InstanceType<typeof PDFDocument>;

const ink = { dark: "#20292c", soft: "#525e61", dawn: "#a8532a", line: "#e2dacd", paper: "#faf7f1" };
const margin = { top: 76, bottom: 84, left: 78, right: 78 };

type Style = {
  face: Face;
  size: number;
  colour: string;
  gap: number;
  after: number;
  align?: "left" | "center";
  indent?: number;
};

const styles = {
  chapter: { face: "voiceBold", size: 27, colour: ink.dark, gap: 2, after: 6, align: "center" },
  under: { face: "text", size: 9.5, colour: ink.soft, gap: 2, after: 7 },
  heading2: { face: "voiceBold", size: 16.5, colour: ink.dark, gap: 2, after: 2 },
  heading3: { face: "voiceBold", size: 13, colour: ink.dawn, gap: 2, after: 3 },
  words: { face: "voice", size: 12.5, colour: ink.dark, gap: 4.4, after: 10 },
  text: { face: "text", size: 10, colour: ink.soft, gap: 3, after: 5 },
  line: { face: "text", size: 9.5, colour: ink.dark, gap: 2.5, after: 2, indent: 12 },
  quote: { face: "voice", size: 12, colour: ink.dark, gap: 4, after: 2, indent: 16 },
  by: { face: "text", size: 9, colour: ink.soft, gap: 2, after: 10, indent: 16 },
  caption: { face: "voiceItalic", size: 11, colour: ink.soft, gap: 3, after: 12, align: "center" },
} satisfies Record<string, Style>;

/** Draws a book as a PDF in A4. `picture` answers with a picture as a JPEG, or null where it is not to be drawn. Lets others work between blocks. */
export async function drawPdf(
  cover: Cover,
  blocks: Block[],
  picture: (mediaId: string) => Promise<Buffer | null>,
): Promise<Buffer> {
  const info = { Title: cover.title, Creator: "Threshold", Producer: "Threshold" };
  const doc = new PDFDocument({
    size: "A4",
    margins: margin,
    bufferPages: true,
    autoFirstPage: false,
    lang: "en",
    info,
  });
  const whole = collect(doc);
  const page = { doc, ...openFonts(doc) };
  doc.addPage();
  coverPage(page, cover);
  const chapters = blocks.filter((block) => block.kind === "chapter");
  const contents = chapters.length > 0 ? keepContents(page, chapters.length) : [];
  const starts: { title: string; page: number }[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    const jpeg = block.kind === "media" && block.media.kind === "image" ? await picture(block.media.id) : null;
    const next = blocks[at + 1];
    if (block.kind === "heading" && next?.kind === "media" && next.media.kind === "image") requireRoom(doc, 360);
    if (block.kind === "chapter") doc.addPage();
    if (block.kind === "chapter") starts.push({ title: block.title, page: doc.bufferedPageRange().count });
    draw(page, block, jpeg);
  }
  if (page.missed()) write(page, { ...styles.text, after: 0 }, missing);
  fillContents(page, contents, starts);
  numberPages(page);
  doc.end();
  return whole;
}

function coverPage(page: Page, { title, name, span, bound }: Cover) {
  const { doc } = page;
  doc.rect(0, 0, doc.page.width, doc.page.height).fill(ink.paper);
  arch(doc, doc.page.width / 2, 190, 150);
  doc.y = 450;
  write(page, { ...styles.chapter, size: 38, after: 10 }, title);
  write(page, { ...styles.caption, size: 17, colour: ink.dark, after: 26 }, name);
  if (span) write(page, { ...styles.under, align: "center", size: 11 }, span);
  doc.y = doc.page.height - margin.bottom - 22;
  write(page, { ...styles.under, align: "center" }, bound);
}

const missing = "Some signs could not be drawn here. They are whole in the ZIP, in the file book.md.";

type Page = { doc: Doc } & Fonts;

function draw(page: Page, block: Block, jpeg: Buffer | null) {
  if (block.kind === "chapter") return chapter(page, block);
  if (block.kind === "heading") return heading(page, block);
  if (block.kind === "words" || block.kind === "text") return write(page, styles[block.kind], block.text);
  if (block.kind === "media") return media(page, block, jpeg);
  if (block.kind === "quote") {
    write(page, styles.quote, block.text);
    return write(page, styles.by, block.by);
  }
  if (block.title) heading(page, { kind: "heading", level: 3, text: block.title });
  for (const line of block.lines) write(page, styles.line, line);
  page.doc.y += 8;
}

function chapter(page: Page, { title, under }: Extract<Block, { kind: "chapter" }>) {
  const { doc } = page;
  doc.outline.addItem(title);
  arch(doc, doc.page.width / 2, margin.top + 4, 26);
  doc.y = margin.top + 58;
  write(page, styles.chapter, title);
  if (under) write(page, { ...styles.under, align: "center" }, under);
  doc.y += 18;
}

function heading(page: Page, { level, text, under }: Extract<Block, { kind: "heading" }>) {
  const style = level === 2 ? styles.heading2 : styles.heading3;
  requireRoom(page.doc, level === 2 ? 110 : 80);
  page.doc.y += level === 2 ? 14 : 8;
  write(page, style, text);
  if (under) write(page, styles.under, under);
}

function media(page: Page, { media: one }: Extract<Block, { kind: "media" }>, jpeg: Buffer | null) {
  const { doc } = page;
  const words = mediaWords(one);
  if (jpeg) {
    const image = (doc as unknown as { openImage(from: Buffer): { width: number; height: number } }).openImage(jpeg);
    const scale = Math.min(widthOf(doc) / image.width, 400 / image.height, 1);
    const [width, height] = [image.width * scale, image.height * scale];
    requireRoom(doc, height + 40);
    doc.image(jpeg, margin.left + (widthOf(doc) - width) / 2, doc.y + 4, { width, height });
    doc.y += height + 12;
  }
  if (words) write(page, styles.caption, words);
}

/** Writes one text in one style from the left margin on, line by line as it was written, over as many pages as it needs. */
function write({ doc, runs }: Pick<Page, "doc" | "runs">, style: Style, text: string) {
  const { face, size, colour, gap, after, align = "left", indent = 0 } = style;
  const options = { lineGap: gap, align, width: widthOf(doc) - indent };
  doc.fillColor(colour).fontSize(size);
  for (const line of cutLong(text.replaceAll("\t", "  ")).split("\n")) {
    if (!line.trim()) doc.y += size * 0.7;
    // Centred text cannot go on in another font.
    const parts = align === "center" ? longestFont(runs(face, line)) : runs(face, line.trimEnd());
    for (const [at, { font, text: part }] of parts.entries()) {
      const rest = { ...options, continued: at < parts.length - 1 };
      doc.font(font);
      if (at === 0) doc.text(part, margin.left + indent, doc.y, rest);
      else doc.text(part, rest);
    }
  }
  doc.y += after;
}

const longestFont = (runs: Run[]): Run[] => {
  const [most] = [...runs].sort((a, b) => b.text.length - a.text.length);
  return most ? [{ font: most.font, text: runs.map(({ text }) => text).join("") }] : [];
};

function keepContents({ doc }: Page, count: number): number[] {
  const pages = Math.ceil(count / rowsPerPage);
  return Array.from({ length: pages }, () => {
    doc.addPage();
    return doc.bufferedPageRange().count - 1;
  });
}

const rowsPerPage = 22;

function fillContents(page: Page, at: number[], starts: { title: string; page: number }[]) {
  const { doc } = page;
  at.forEach((index, part) => {
    doc.switchToPage(index);
    doc.y = margin.top + 20;
    if (part === 0) write(page, { ...styles.chapter, align: "left", size: 22, after: 16 }, "What is in here");
    for (const { title, page: number } of starts.slice(part * rowsPerPage, (part + 1) * rowsPerPage)) {
      const y = doc.y;
      write(page, { ...styles.words, after: 0 }, title);
      const bottom = doc.y;
      const [run] = page.runs("text", String(number));
      doc
        .font(run?.font ?? "text0")
        .fontSize(10)
        .fillColor(ink.soft);
      doc.text(String(number), margin.left, y + 3, { width: widthOf(doc), align: "right", lineBreak: false });
      doc.y = bottom + 7;
    }
  });
}

function numberPages({ doc, runs }: Page) {
  const { count } = doc.bufferedPageRange();
  for (let at = 1; at < count; at++) {
    doc.switchToPage(at);
    // Below the margin pdfkit would begin a new page.
    doc.page.margins.bottom = 0;
    const [run] = runs("text", String(at + 1));
    doc
      .font(run?.font ?? "text0")
      .fontSize(9)
      .fillColor(ink.soft);
    doc.text(String(at + 1), margin.left, doc.page.height - 52, {
      width: widthOf(doc),
      align: "center",
      lineBreak: false,
    });
    doc.page.margins.bottom = margin.bottom;
  }
}

function requireRoom(doc: Doc, height: number) {
  if (doc.y + height > doc.page.height - margin.bottom) doc.addPage();
}

const widthOf = (doc: Doc) => doc.page.width - margin.left - margin.right;

/** The mark, as an outline: `x` is its middle, `y` its top, `width` its width. */
function arch(doc: Doc, x: number, y: number, width: number) {
  const [left, right, round, foot] = [x - width / 2, x + width / 2, y + width / 2, y + width * 1.35];
  const path = `M${left} ${foot}V${round}A${width / 2} ${width / 2} 0 0 1 ${right} ${round}V${foot}Z`;
  const dawn = doc.linearGradient(x, y, x, foot).stop(0, "#f0cdb6").stop(1, "#fdf8f2");
  doc.path(path).fill(dawn);
  doc.path(path).lineWidth(0.8).stroke("#cf9f84");
}

/** PDFKit looks for the end of a line letter by letter: a word of 20,000 letters would hold it for half a minute. */
const cutLong = (text: string) => text.replace(/\S{200,}/gu, (word) => word.match(/.{1,60}/gu)?.join("\n") ?? word);

function collect(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
}
