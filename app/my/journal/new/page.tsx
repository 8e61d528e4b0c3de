import { redirect } from "next/navigation";
import { requireActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import { addressOf } from "@/lib/core/pages";
import { isPrompt } from "@/lib/journal/prompts/rules";
import { isKind } from "@/lib/journal/rules";

/** Gives a new page its id, so that it is one page however often it is saved. It exists once something is written. */
export default async function NewEntryPage({ searchParams }: PageProps<"/my/journal/new">) {
  await requireActor("patient");
  const { kind, prompt } = await searchParams;
  redirect(
    addressOf(`/my/journal/${newId()}/write`, {
      kind: isKind(kind) ? kind : "reflection",
      prompt: isPrompt(prompt) ? prompt : undefined,
    }),
  );
}
