import { DomainError } from "@/lib/core/errors";
import { mostBytes, tooLarge } from "../rules";

/**
 * What a request carries, read no further than 10 MB.
 * @throws DomainError `invalid` when it says that it carries more, or does.
 */
export async function receive(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw new DomainError("invalid", tooLarge);
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      throw new DomainError("invalid", tooLarge);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** The file and the fields of a form that a browser sent by itself. */
export async function receiveForm(request: Request): Promise<{ bytes: Buffer; fields: Record<string, string> }> {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(Uint8Array.from(await receive(request)), { headers }).formData().catch(() => {
    throw new DomainError("invalid", "This did not arrive as a whole. Choose the file once more.");
  });
  const file = form.get("file");
  const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  return { bytes, fields: Object.fromEntries(fields) };
}
