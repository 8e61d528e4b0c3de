import { DomainError } from "@/lib/core/errors";
import { receive } from "@/lib/core/route";
import { mostBytes, tooLarge } from "../rules";

/** The file and the fields of a form that a browser sent by itself. */
export async function receiveForm(request: Request): Promise<{ bytes: Buffer; fields: Record<string, string> }> {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(Uint8Array.from(await receive(request, mostBytes, tooLarge)), { headers })
    .formData()
    .catch(() => {
      throw new DomainError("invalid", "This did not arrive as a whole. Choose the file once more.");
    });
  const file = form.get("file");
  const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  return { bytes, fields: Object.fromEntries(fields) };
}
