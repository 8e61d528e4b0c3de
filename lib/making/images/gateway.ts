import sharp from "sharp";
import { DomainError } from "@/lib/core/errors";
import { mostPixels, tooManyPixels, unreadable } from "../rules";

export type MadeImage = {
  kind: "image";
  type: "image/webp";
  bytes: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
};

// One picture uses one core, and what it showed is not kept in memory.
sharp.concurrency(1);
sharp.cache(false);

const seconds = 15;
const longest = 2048;
const small = 480;

/**
 * Makes a picture anew from its pixels: the first frame, upright, in sRGB, at most 2048 px, as WebP, with a square thumbnail of 480 px.
 * Nothing else of the file is taken over: no EXIF, no place, no profile, no comment.
 * @throws DomainError `invalid` when it has too many pixels, which its header says before anything is decoded, or cannot be read.
 */
export async function remakeImage(bytes: Uint8Array): Promise<MadeImage> {
  const { width = 0, height = 0 } = await orUnreadable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > mostPixels) throw new DomainError("invalid", tooManyPixels);
  const { data, info } = await orUnreadable(
    open(bytes)
      .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 84 })
      .toBuffer({ resolveWithObject: true }),
  );
  const thumb = await orUnreadable(open(data).resize(small, small, { fit: "cover" }).webp({ quality: 76 }).toBuffer());
  return { kind: "image", type: "image/webp", bytes: data, thumb, width: info.width, height: info.height };
}

/** A picture as a JPEG of at most `longest` px, on white, for a page of a PDF. */
export const asJpeg = (bytes: Uint8Array, longest: number): Promise<Buffer> =>
  open(bytes)
    .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer();

/** A quiet picture of an arch on paper, for what is kept in words instead of in lines. */
export const drawArch = (): Promise<MadeImage> =>
  sharp(Buffer.from(arch)).webp({ lossless: true }).toBuffer().then(remakeImage);

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).timeout({ seconds }).autoOrient();

async function orUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new DomainError("invalid", unreadable);
  }
}

const arch = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="960">
  <defs><linearGradient id="dawn" x2="0" y2="1"><stop stop-color="#f3d3bf"/><stop offset=".7" stop-color="#faf7f1"/></linearGradient></defs>
  <rect width="960" height="960" fill="#faf7f1"/>
  <path d="M330 720V390a150 150 0 0 1 300 0v330z" fill="url(#dawn)" stroke="#d9b59f" stroke-width="4"/>
</svg>`;
