import { confirmAgreement, saveAgreement } from "@/lib/companions/agreements/commands";
import { acknowledgeCall, callStaff } from "@/lib/companions/calls/commands";
import { deliver, openDrawer } from "@/lib/companions/drawer/commands";
import { agreeToNameGone, leavePatient } from "@/lib/companions/grants/leaving/commands";
import { keepSaid } from "@/lib/companions/lines/said/commands";
import { keepMemory } from "@/lib/companions/memories/commands";
import { chooseWhom, openLine, setAside, takeUp } from "@/lib/companions/notes/opening/commands";
import { noteLookIns } from "@/lib/companions/room/commands";
import { liftSuspension, suspendGrant } from "@/lib/companions/suspensions/commands";
import { newId } from "@/lib/core/db";
import type { Verb } from "@/lib/core/permissions";
import { keepQuote, shareQuote } from "@/lib/quotes/commands";
import { arrange } from "@/lib/recall/commands";
import type { Attempt } from "./attempts-office";
import { asSuperuser } from "./database";
import type { Who, World } from "./world";

const id = ({ ids }: World, name: string) => ids[name] ?? "";
const companions: Who[] = [
  "companion",
  "revokedCompanion",
  "suspendedCompanion",
  "expiredCompanion",
  "strangerCompanion",
];
const moment = () => ({ id: newId(), at: new Date() });

/** What happens around the room: before, in it, and after. */
export const roomAttempts = {
  "agreement.save": {
    by: ["patient", "companion"],
    act: (actor, world) =>
      saveAgreement(actor, {
        sessionId: id(world, "dueSession"),
        grantId: id(world, "grant"),
        version: 0,
        answers: {},
      }),
  },
  "agreement.confirm": {
    by: ["patient", "companion"],
    act: (actor, world) => confirmAgreement(actor, { agreementId: id(world, "agreement"), version: 1 }),
  },
  "companionLine.add": {
    by: ["companion"],
    act: (actor, world) =>
      keepSaid(actor, id(world, "runningSession"), [{ ...moment(), kind: "line", text: "It is only a coat" }]),
  },
  "lookIn.note": {
    by: ["companion"],
    act: (actor, world) => noteLookIns(actor, id(world, "runningSession"), [moment()]),
  },
  "staff.call": {
    by: ["companion"],
    act: (actor, world) => callStaff(actor, id(world, "runningSession"), [moment()]),
  },
  "staff.acknowledge": {
    by: ["therapist"],
    act: (actor, world) => acknowledgeCall(actor, { callId: id(world, "staffCall") }),
  },
  "companionLine.open": {
    by: ["patient"],
    act: (actor, world) =>
      openLine(actor, { noteId: id(world, "handedDebrief"), lineId: id(world, "handedLine"), openWith: "alone" }),
  },
  "companionLine.setAside": {
    by: ["patient"],
    act: (actor, world) => setAside(actor, { noteId: id(world, "handedDebrief"), lineId: id(world, "handedLine") }),
  },
  "companionLine.takeUp": {
    by: ["patient"],
    first: (world) =>
      setAside(world.actors.patient, { noteId: id(world, "handedDebrief"), lineId: id(world, "handedLine") }),
    act: (actor, world) => takeUp(actor, { noteId: id(world, "handedDebrief"), lineId: id(world, "handedLine") }),
  },
  "companionNote.chooseWhom": {
    by: ["patient"],
    act: (actor, world) => chooseWhom(actor, { noteId: id(world, "handedDebrief"), openWith: "alone" }),
  },
  "memory.keep": {
    by: ["patient"],
    act: (actor, world) => keepMemory(actor, { lineId: id(world, "handedLine"), version: 1, text: "I remember it" }),
  },
  "quote.keep": {
    by: ["therapist"],
    act: (actor, world) =>
      keepQuote(actor, { sessionId: id(world, "runningSession"), time: "", text: "It is only a coat" }),
  },
  "quote.share": {
    by: ["therapist"],
    act: (actor, world) => shareQuote(actor, { quoteId: id(world, "ownQuote") }),
  },
  "recall.arrange": {
    by: ["patient"],
    act: (actor, world) =>
      arrange(actor, {
        sessionId: id(world, "session"),
        subjectId: id(world, "sharedQuote"),
        change: "bring",
        past: undefined,
      }),
  },
  "drawer.deliver": {
    by: companions,
    act: (actor, world) =>
      deliver(actor, { sessionId: id(world, "session"), lines: [{ ...moment(), text: "A last word" }] }),
  },
  "drawer.open": {
    by: ["patient"],
    act: (actor, world) => openDrawer(actor, { grantId: id(world, "revokedGrant"), sessionId: id(world, "session") }),
  },
  "companion.suspend": {
    by: ["therapist"],
    act: (actor, world) => suspendGrant(actor, { grantId: id(world, "grant"), reason: "Pressure" }),
  },
  "companion.lift": {
    by: ["therapist"],
    act: (actor, world) => liftSuspension(actor, { grantId: id(world, "suspendedGrant") }),
  },
  "companion.leave": {
    by: ["companion"],
    act: (actor, world) => leavePatient(actor, { patientId: world.actors.patient.personId, askName: true }),
  },
  "companion.agreeName": {
    by: ["patient"],
    first: (world) =>
      asSuperuser(async (sql) => {
        await sql.query("set session_replication_role = replica");
        await sql.query(`update "CompanionGrant" set "nameAskedAt" = now() where "id" = $1`, [
          id(world, "revokedGrant"),
        ]);
      }),
    act: (actor, world) => agreeToNameGone(actor, { grantId: id(world, "revokedGrant") }),
  },
} satisfies Partial<Record<Verb, Attempt>>;
