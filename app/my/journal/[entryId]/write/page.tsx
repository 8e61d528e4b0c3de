import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { findFit } from "@/lib/fit/queries";
import { isPrompt, nextPrompt, promptOfDay, promptsOf, promptWords } from "@/lib/journal/prompts/rules";
import { findEntry, listWaitingLetters } from "@/lib/journal/queries";
import { isKind, reasonNotToWrite, waitingWords } from "@/lib/journal/rules";
import { listMediaOf } from "@/lib/making/queries";
import { listAudiences } from "@/lib/sharing/queries";
import { Resting } from "../resting";
import { Editor } from "./editor";

export const metadata: Metadata = { title: "Writing" };

type Query = Record<string, string | string[] | undefined>;

export default async function WritePage({ params, searchParams }: PageProps<"/my/journal/[entryId]/write">) {
  const actor = await requireActor("patient");
  const { entryId } = await params;
  if (!isId(entryId)) notFound();
  const { entry, fit, readers, media, waiting } = await load(actor, entryId);
  const waits = waiting.find(({ id }) => id === entryId);
  const kept = { entryId, writer: actor.personId, deviceKey: deviceKey(actor.personId) };
  if (waits) return <Resting reason={waitingWords(waits.sealedUntil, actor.timeZone)} kept={kept} />;
  const reason = entry && reasonNotToWrite(entry);
  if (reason) return <Resting reason={reason} entryId={entryId} />;
  const query = await searchParams;
  // A page that does not exist yet is begun from the journal, which names its kind.
  if (!entry && !isKind(query.kind)) notFound();
  const kind = entry?.kind ?? (isKind(query.kind) ? query.kind : "reflection");
  const prompts = promptsOf(kind, fit);
  const prompt = chosenPrompt(query, entry?.promptKey) ?? promptOfDay(prompts, dayOf(now(), actor.timeZone));
  return (
    <Editor
      entryId={entryId}
      entry={entry}
      kind={kind}
      prompt={{ key: prompt, words: promptWords(prompt, fit), next: nextPrompt(prompts, prompt) }}
      readers={readers}
      media={media}
      few={fit.fewerChoices}
      writer={actor.personId}
      deviceKey={deviceKey(actor.personId)}
      zone={actor.timeZone}
    />
  );
}

const load = (actor: Actor, entryId: string) =>
  read(actor, async (db) => ({
    entry: await findEntry(db, entryId),
    fit: await findFit(db, actor.personId),
    readers: (await listAudiences(db, actor.personId, [entryId]))(entryId).readers,
    media: await listMediaOf(db, [entryId]),
    waiting: await listWaitingLetters(db),
  }));

/** The prompt that the address names, or that the page was begun with. `none` is a page without one. */
function chosenPrompt({ prompt }: Query, kept: string | undefined): string | undefined {
  if (prompt === "none") return "";
  return isPrompt(prompt) ? prompt : kept;
}
