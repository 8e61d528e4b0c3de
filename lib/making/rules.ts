/** How large a file may be, before and after it is re-made: 10 MB. */
export const mostBytes = 10 * 1024 * 1024;

/** How many pixels an image may have before it is opened. */
export const mostPixels = 50_000_000;

/** What a file chooser offers. HEIC is left out on purpose: a phone then sends the photo as a JPEG. */
export const accepted =
  "image/jpeg,image/png,image/webp,image/avif,image/gif,audio/*,.mp3,.m4a,.aac,.ogg,.oga,.opus,.wav,.flac,.weba";

export const keptKinds =
  "Images and sounds can be kept here: JPEG, PNG, WebP, AVIF, GIF; MP3, M4A, OGG, WAV, FLAC, WebM.";

export const tooLarge = "This file is larger than 10 MB. A smaller copy can be kept here.";
export const tooManyPixels = "This image has more than 50 megapixels. A smaller copy can be kept here.";
export const unreadable =
  "This file could not be read to its end. It may not have arrived whole; try it once more, or choose another.";
export const emptyFile = "This file is empty. Choose another.";
export const withPicture = "This is a video. Its sound alone, or a picture of it, can be kept here.";

const images = ["jpg", "png", "apng", "webp", "avif", "gif"];
const sounds = [
  "mp3",
  "m4a",
  "m4b",
  "mp4",
  "mov",
  "3gp",
  "aac",
  "ogg",
  "oga",
  "opus",
  "ogv",
  "ogm",
  "ogx",
  "wav",
  "flac",
  "webm",
  "mkv",
  "mka",
];

const others: Record<string, string> = {
  zip: "a ZIP file",
  pdf: "a PDF",
  docx: "a Word document",
  svg: "an SVG drawing",
  html: "a web page",
  txt: "a text file",
  tif: "a TIFF image",
  bmp: "a BMP image",
  psd: "a Photoshop file",
  jxl: "a JPEG XL image",
  mid: "a MIDI file",
  exe: "a program",
};

/** What a file is by its content (`found` is the usual ending of that type): how it is re-made, or why it cannot be kept. */
export function waysOf(found: string | undefined): { by: "image" | "sound" } | { refusal: string } {
  if (found && images.includes(found)) return { by: "image" };
  if (found && sounds.includes(found)) return { by: "sound" };
  if (found === "heic") {
    return {
      refusal: "This is a HEIC photo, which cannot be opened here. Save it as a JPEG on your phone, and choose that.",
    };
  }
  const what = found && others[found];
  return {
    refusal: `${what ? `This is ${what}.` : "This is neither an image nor a sound that can be read here."} ${keptKinds}`,
  };
}

/** What a text that no detector of file types knows looks like: `svg`, `html`, `txt`, or nothing when it is not text. */
export function textKind(start: string): "svg" | "html" | "txt" | undefined {
  if (start.includes("\u0000") || start.includes("\ufffd")) return undefined;
  if (/<svg[\s>]/i.test(start)) return "svg";
  if (/<!doctype html|<html[\s>]|<body[\s>]|<script[\s>]/i.test(start)) return "html";
  return "txt";
}

/** "1 min 05 s", "40 s" */
export function lengthWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  return minutes ? `${minutes} min ${String(rest).padStart(2, "0")} s` : `${rest} s`;
}

const endings: Record<string, string> = {
  "image/webp": "webp",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/flac": "flac",
  "audio/webm": "webm",
};

/** A file's ending for one of the types that are kept here. */
export const endingOf = (type: string): string => endings[type] ?? "bin";

/** The first and last byte (counted from 0, both included) that a Range header asks for; null for all of it, "none" when there are no such bytes. */
export function rangeOf(header: string | null, size: number): { from: number; to: number } | null | "none" {
  const [, first = "", last = ""] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  if (!first && !last) return null;
  const from = first ? Number(first) : Math.max(size - Number(last), 0);
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return from > to || from >= size ? "none" : { from, to };
}

/** What is said where a picture has neither a description nor a caption. */
export const unnamed = { image: "A picture without a description", audio: "A recording" } as const;

/** Stands in for a picture that somebody keeps as words. */
export const wordsAlt = "An arch, in place of a picture kept in words";
