import type { Actor } from "@/lib/core/actor";
import { read, write } from "@/lib/core/db";
import { listAuditEntries } from "./queries";
import { csvLine, verbWords } from "./rules";
import type { AuditFilter } from "./schema";

const atOnce = 1_000;
const head = ["At (UTC)", "Who", "Role", "Verb", "In words", "Whose record", "What", "Id of what"];

/** The audit log as CSV, the newest first, a thousand entries at a time. The export is itself an entry. */
export async function* exportAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<string> {
  await write(actor, "audit.export", async (_db, audit) => audit({ subject: "audit" }));
  yield csvLine(head);
  for (let after: string | undefined, more = true; more; ) {
    const page = await read(actor, async (db) => {
      // A sign-in that ended on the way would otherwise look like the end of the log.
      await db.clinic.findFirstOrThrow({ select: { id: true } });
      return listAuditEntries(db, filter, { after }, actor.timeZone, atOnce);
    });
    yield page.rows.map(lineOf).join("");
    after = page.after;
    more = after !== undefined;
  }
}

type Row = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];

const lineOf = ({ at, actor, role, system, verb, patient, subject, subjectId }: Row) =>
  csvLine([at.toISOString(), actor?.name ?? system, role, verb, verbWords(verb), patient?.name, subject, subjectId]);
