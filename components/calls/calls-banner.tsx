import { listStaffCalls } from "@/lib/companions/calls/queries";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { LiveCalls } from "./live-calls";

/** Companions' calls for the patients that this therapist treats: on every page of theirs, and within two seconds. */
export async function CallsBanner({ actor }: { actor: Actor }) {
  const calls = await read(actor, (db) => listStaffCalls(db));
  return <LiveCalls first={JSON.parse(JSON.stringify(calls))} personId={actor.personId} zone={actor.timeZone} />;
}
