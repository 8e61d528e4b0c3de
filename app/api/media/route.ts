import { defineRoute, receive } from "@/lib/core/route";
import { addMedia } from "@/lib/making/commands";
import { mostBytes, tooLarge } from "@/lib/making/rules";
import { uploadInput } from "@/lib/making/schema";

/** Keeps the image or sound that is the body. */
export const POST = defineRoute("media.add", uploadInput, async (actor, input, request) => ({
  id: await addMedia(actor, input, await receive(request, mostBytes, tooLarge)),
}));
