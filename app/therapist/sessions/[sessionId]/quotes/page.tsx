import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findSession } from "@/lib/sessions/queries";
import { QuotesCard } from "./quotes-card";

export default async function P({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  return <QuotesCard actor={actor} session={session} />;
}
