import { z } from "zod";
import { giveNotice } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { defineRoute, leadTo } from "@/lib/core/route";
import { addMedia } from "@/lib/making/commands";
import { uploadInput } from "@/lib/making/schema";
import { receiveForm } from "@/lib/making/uploads/gateway";

/** The upload form without JavaScript: server actions take less than a picture. */
export const POST = defineRoute("media.add", z.object({}), async (actor, _input, request) => {
  try {
    const { bytes, fields } = await receiveForm(request);
    const input = uploadInput.safeParse(fields).data;
    if (!input) return lead("/my/making/add", "This could not be understood. Choose the file once more.");
    const id = await addMedia(actor, { ...input, source: "upload" }, bytes);
    return lead(input.entryId ? `/my/journal/${input.entryId}` : `/my/making/${id}`, "Kept");
  } catch (error) {
    if (error instanceof DomainError) return lead("/my/making/add", error.message);
    throw error;
  }
});

async function lead(location: string, notice: string): Promise<Response> {
  await giveNotice(notice);
  return leadTo(location);
}
