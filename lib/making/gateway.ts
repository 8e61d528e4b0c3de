import { fileTypeFromBuffer } from "file-type";
import { DomainError } from "@/lib/core/errors";
import { type MadeImage, remakeImage } from "./images/gateway";
import { emptyFile, mostBytes, textKind, tooLarge, waysOf } from "./rules";
import { type MadeSound, remakeSound } from "./sounds/gateway";

export type Made = MadeImage | MadeSound;

/**
 * Makes what somebody sent anew, without what a camera or a recorder wrote into it. Its type is found by its content, never by its name.
 * One at a time: an upload cannot hold the server.
 * @throws DomainError `invalid` with the reason in kind words.
 */
export function remake(bytes: Uint8Array): Promise<Made> {
  const made = last.then(() => remakeNow(bytes));
  last = made.catch(() => {});
  return made;
}

let last: Promise<unknown> = Promise.resolve();

async function remakeNow(bytes: Uint8Array): Promise<Made> {
  if (bytes.byteLength === 0) throw new DomainError("invalid", emptyFile);
  if (bytes.byteLength > mostBytes) throw new DomainError("too-large", tooLarge);
  const way = waysOf(await typeOf(bytes));
  if ("refusal" in way) throw new DomainError("invalid", way.refusal);
  const made = way.by === "image" ? await remakeImage(bytes) : await remakeSound(bytes);
  if (made.bytes.byteLength > mostBytes) throw new DomainError("too-large", tooLarge);
  return made;
}

async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const text = () => textKind(Buffer.from(bytes.subarray(0, 4_096)).toString("utf8"));
  return found && found.ext !== "xml" ? found.ext : text();
}
