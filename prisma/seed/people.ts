import { Temporal } from "temporal-polyfill";
import { assign } from "@/lib/careTeams/commands";
import type { Actor } from "@/lib/core/actor";
import { fromLocal, withClock } from "@/lib/core/clock";
import { system } from "@/lib/core/system";
import { hashQuickly, makeClinic, makePerson } from "./factories";

export const zone = "America/New_York";

export type Cast = Awaited<ReturnType<typeof makeCast>>;

/** The demonstration clinic and its people, all with one password. */
export async function makeCast(password: string) {
  const passwordHash = await hashQuickly(password);
  const { clinicId, admin: founder } = await makeClinic(
    {
      name: "Riverbend Clinic",
      timeZone: zone,
      phone: "+1 555 010 0199",
      crisisText: "Between 8 in the morning and 8 in the evening somebody of our team answers this phone.",
      isDemonstration: true,
    },
    { email: "admin@demo.test", name: "Robin Vale", fullName: "Robin Vale", passwordHash },
  );
  const person = (role: Actor["role"], email: string, name: string, more: object = {}) =>
    makePerson(clinicId, role, { email, name, timeZone: zone, passwordHash, ...more });
  const cast = {
    clinicId,
    admin: founder,
    ana: await person("therapist", "therapist@demo.test", "Ana Reyes", { credentials: "LPC" }),
    ben: await person("therapist", "therapist2@demo.test", "Ben Sato", { credentials: "PsyD" }),
    noor: await person("patient", "patient@demo.test", "Noor", {
      fullName: "Noor Haddad",
      pronouns: "they/them",
      phone: "+1 555 010 0123",
    }),
    mika: await person("patient", "patient2@demo.test", "Mika", { fullName: "Mika Lund", pronouns: "she/her" }),
    jo: await person("patient", "patient3@demo.test", "Jo", { fullName: "Jo Almeida", pronouns: "he/him" }),
    sam: await person("companion", "companion@demo.test", "Sam", { fullName: "Sam Okafor" }),
  };
  await withClock(ago(60, "09:00"), async () => {
    await assign(cast.admin, { patientId: cast.noor.personId, therapistId: cast.ana.personId, until: "" });
    await assign(cast.admin, { patientId: cast.mika.personId, therapistId: cast.ana.personId, until: "" });
    await assign(cast.admin, { patientId: cast.mika.personId, therapistId: cast.ben.personId, until: "" });
    await assign(cast.admin, { patientId: cast.jo.personId, therapistId: cast.ben.personId, until: "" });
  });
  return cast;
}

/** Counted in days of the calendar: one of them has 23 hours, and one 25. */
const localDay = (days: number) => Temporal.Now.plainDateISO(zone).subtract({ days }).toString();

/** A time on the clinic's clock, some days ago or, when negative, ahead. */
export const local = (days: number, time: string) => `${localDay(days)}T${time}`;
export const ago = (days: number, time: string) => fromLocal(local(days, time), zone);

/** Does something as if it were then. */
export const at = <T>(days: number, time: string, work: () => Promise<T>): Promise<T> =>
  withClock(ago(days, time), work);

/** A companion takes up what a patient offered. */
export const acceptGrant = (grantId: string, companion: Actor, when: Date) =>
  system("accounts", async (db) => {
    const accepted = { acceptedAt: when, acceptedById: companion.personId };
    await db.invitation.updateMany({ where: { grantId }, data: accepted });
    await db.$queryRaw`select accept_grant(${grantId}::uuid, ${companion.personId}::uuid, ${when})`;
  });
