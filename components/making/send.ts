import type { MediaSource } from "@/prisma/generated/enums";

type About = { source: MediaSource; id: string; entryId?: string; writer: string };

const away = "The portal did not answer. Try again in a moment; nothing is lost.";

/** Sends an image or a sound to be kept. `onSent` hears the part that has gone, from 0 to 1. Never throws. */
export function send(
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
      const { id, message } = (request.response ?? {}) as { id?: string; message?: string };
      resolve(request.status === 200 && id ? { id } : { message: message ?? away });
    };
    request.onerror = request.ontimeout = request.onabort = () => resolve({ message: away });
    request.send(file);
  });
}
