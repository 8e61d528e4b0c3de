import { z } from "zod";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { defineRoute } from "@/lib/core/route";
import { keepFragment } from "@/lib/journal/commands";
import { findPeopleToCall } from "@/lib/quiet/queries";
import { fragmentInput } from "@/lib/quiet/schema";

/** For quiet mode while the portal answers: who is here, the key that opens what this device kept, whom to call. */
export const GET = defineRoute("patient", z.object({}), async (actor) => {
  const { personId } = actor;
  const people = await read(actor, (db) => findPeopleToCall(db, personId));
  return { personId, deviceKey: deviceKey(personId), ...people };
});

/** Keeps one fragment; sending it again keeps nothing twice. */
export const POST = defineRoute(
  "entry.save",
  fragmentInput,
  async (actor, input) => ({ id: await keepFragment(actor, input) }),
  { json: 20_000, writer: true },
);
