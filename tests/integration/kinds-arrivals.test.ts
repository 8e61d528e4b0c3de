import { expect, test, vi } from "vitest";
import { deliver } from "@/lib/companions/drawer/commands";
import { endGrant } from "@/lib/companions/grants/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { newId, read } from "@/lib/core/db";
import { kindNames, kinds } from "@/lib/core/kinds";
import { readNote } from "@/lib/records/commands";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { listArrivals } from "@/lib/today/arrived/queries";
import { makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { signed } from "../support/notes";
import { make, type People } from "../support/things";
import { visit, visiting } from "../support/visit";

vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => visiting.actor,
  findActor: async () => visiting.actor,
}));

/** How something of each kind reaches its patient, and what its page says of it. Of a kind that is not here, `tests/kinds/<kind>.ts` sends it. */
const sent: Record<string, (people: People) => Promise<{ says: string; open?: () => Promise<unknown> }>> = {
  companionNote: async ({ patient, therapist, companion }) => {
    const sessionId = await makeSession(therapist, patient, -2);
    await makeGrant(patient, companion, [sessionId]);
    const noteId = await saveNote(companion, { sessionId, version: 0, saw: "You slept.", seemed: "", lines: [] });
    await handOverNote(companion, { sessionId, version: 1 });
    return { says: "Something waits for you", open: () => openNote(patient, { noteId }) };
  },
  note: async ({ patient, therapist }) => {
    const sessionId = await makeSession(therapist, patient, -50);
    await asSuperuser((sql) =>
      sql.query(`update "Session" set "state" = 'inProgress', "startedAt" = "startsAt" where "id" = $1`, [sessionId]),
    );
    const noteId = await signed(therapist, sessionId);
    return { says: "Walk home slowly.", open: () => readNote(patient, noteId) };
  },
  drawerLine: async ({ patient, therapist }) => {
    const leaving = await makePerson(patient.clinicId, "companion", { name: "Jo" });
    const sessionId = await makeSession(therapist, patient, -3);
    const grantId = await makeGrant(patient, leaving, [sessionId]);
    await endGrant(patient, { grantId });
    await deliver(leaving, { sessionId, lines: [{ id: newId(), at: hoursFromNow(-1), text: "By the door." }] });
    return { says: "Jo" };
  },
  answer: async (people) => {
    const subjectId = await make("sensation", people);
    const { patient, therapist } = people;
    await share(patient, { subject: "sensation", subjectId, audience: "careTeam" });
    await giveAnswer(therapist, { patientId: patient.personId, subjectId, text: "We can begin there." });
    return { says: "We can begin there." };
  },
};

test.each(kindNames.filter((name) => kinds[name].arrives))(
  "a %s that reached its patient is told on their first page, which leads to a page that shows it",
  async (kind) => {
    const people = await makeTrio();
    const { patient } = people;
    const send = sent[kind] ?? (await import(`../kinds/${kind}.ts`)).send;
    const { says, open } = await send(people);
    const arrived = () => read(patient, (db) => listArrivals(db, patient.personId, new Date(), "UTC"));
    const [news, ...more] = await arrived();
    expect([news?.kind, more]).toEqual([kind, []]);
    expect(await visit(patient, "/my")).toContain(news?.title);
    expect(await visit(patient, news?.href ?? "")).toContain(says);
    if (!open) return;
    await open();
    expect(await arrived()).toEqual([]);
  },
);
