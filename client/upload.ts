import { type Heard, ownMark, reasonWords, silence } from "@/lib/core/answers";

type About = { source: "upload" | "sketch"; id: string; entryId?: string; writer: string };

/** Sends an image or a sound to be kept. `onSent` hears the part that has gone, from 0 to 1. Never throws. */
export function upload(
  file: Blob,
  { writer, ...about }: About,
  onSent?: (part: number) => void,
): Promise<{ id: string } | { message: string }> {
  const given = Object.entries(about).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/media?${new URLSearchParams(given)}`);
    request.setRequestHeader("x-writer", writer);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total ? loaded / total : 0);
    request.onload = () => {
      const answer = { status: request.status, isOwn: request.getResponseHeader(ownMark) !== null };
      const { id, message } = ((answer.isOwn && request.response) || {}) as { id?: string; message?: string };
      resolve(request.status === 200 && id ? { id } : { message: message ?? againWords(answer) });
    };
    request.onerror = request.ontimeout = request.onabort = () => resolve({ message: againWords(silence) });
    request.send(file);
  });
}

const againWords = (answer: Heard) =>
  answer.status === 413
    ? `${reasonWords(answer)} A smaller one may get through.`
    : `${reasonWords(answer)} Try again in a moment; nothing is lost.`;
