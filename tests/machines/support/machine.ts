import { appendFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { demoPassword } from "@/e2e/support/server";
import { findPostgres } from "@/scripts/lib/postgres";
import { readSecrets } from "@/scripts/lib/secrets";
import { connected } from "../../support/cluster";
import { type Machine, type Running, startOn } from "./portal";
import { Visitor } from "./visitor";

const served = "served rightly";

/** What a row of the table says, whatever comes of it. */
export function row(name: string, work: () => Promise<string>) {
  test(name, async () => {
    let outcome = "FAILED";
    try {
      outcome = await work();
    } finally {
      appendFileSync(inject("table"), `${JSON.stringify([name, outcome])}\n`);
    }
  });
}

type Made = Partial<Machine> & {
  /** The address of somebody who may read everything, where the database is not the embedded one. */
  owner?: string;
  /** Puts something in front of it, and says at which port that is. */
  behind?: (portal: Running) => Promise<string>;
  /** Looks closer, while it serves, and may have something to add to the table. */
  look?: (portal: Running) => Promise<string | void>;
  /** Clears away what was made for this machine. */
  after?: () => Promise<void>;
};

/** A machine on which the portal serves rightly: people sign in, see what is theirs and nothing else, and time is right. */
export function serves(name: string, make: Made | (() => Made | Promise<Made>)) {
  row(name, async () => {
    const made = typeof make === "function" ? await make() : make;
    const portal = await startOn({ checkout: inject("checkout"), ...made });
    try {
      expect(portal.origin, portal.said()).not.toBe("");
      await expectRight(portal, made.owner, await made.behind?.(portal));
      const more = await made.look?.(portal);
      return more ? `${served}, saying: ${more}` : served;
    } finally {
      await portal.stop();
      await made.after?.();
    }
  });
}

/** A machine on which the portal does not start, and says why in a sentence in which these words stand. */
export function refuses(name: string, make: Made | (() => Made | Promise<Made>), words: string | RegExp) {
  row(name, async () => {
    const made = typeof make === "function" ? await make() : make;
    const portal = await startOn({ checkout: inject("checkout"), ...made });
    await portal.stop();
    await made.after?.();
    return sentence(portal, words);
  });
}

/** The sentence with which it ended. Never a stack, and never with the code of a success. */
export function sentence(portal: Running, words: string | RegExp): string {
  const said = portal.said();
  expect(portal.origin, said).toBe("");
  expect(portal.child.exitCode, said).toBe(1);
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return said.trim().split(/\n\n/).at(-1) ?? "";
}

/** The demonstration serves: the walls stand, people come and go, and moments are what the clock says. */
export async function expectRight(portal: Pick<Running, "origin" | "dataDir" | "said">, owner?: string, port?: string) {
  const patientsOf = patientsAt(portal.origin, port);
  const healthy = async () => (await new Visitor(portal.origin, port).get("/api/health")).html;
  await expect.poll(healthy, { timeout: 60_000, interval: 500 }).toContain('"ok"');

  const [therapist, mine] = await patientsOf("therapist@demo.test");
  const [other, theirs] = await patientsOf("therapist2@demo.test");
  const patient = mine.find((each) => !theirs.includes(each)) ?? "a patient of the one and not of the other";
  expect(await therapist.get(patient)).toMatchObject({ status: 200, path: patient });
  expect((await other.get(patient)).status).toBe(404);

  const moments = await connected(owner ?? (await embeddedAddress(portal.dataDir)), async (sql) => {
    const { rows } = await sql.query(`select extract(epoch from now() - max("createdAt"))::float8 as age,
      extract(epoch from max("endsAt") - max("createdAt"))::float8 / 3600 as hours from "SignIn"`);
    return rows[0] as { age: number; hours: number };
  });
  expect(Math.abs(moments.age)).toBeLessThan(120);
  expect(moments.hours).toBeCloseTo(12, 1);
  expect(portal.said()).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

const patientsAt = (origin: string, port?: string) => async (email: string) => {
  const therapist = await new Visitor(origin, port).signIn(email, demoPassword);
  const { html } = await therapist.get("/therapist/patients");
  const links: string[] = html.match(/\/therapist\/patients\/[0-9a-f-]{36}/g) ?? [];
  return [therapist, links] as const;
};

/** The address of the owner of an embedded Postgres at work. */
export async function embeddedAddress(dataDir: string) {
  const url = await findPostgres(dataDir, readSecrets(dataDir).postgresPassword);
  if (!url) throw new Error(`No Postgres is at work in ${dataDir}.`);
  return url("threshold");
}

declare module "vitest" {
  interface ProvidedContext {
    /** A clone of this checkout, built, that belongs to an ordinary user. */
    checkout: string;
    table: string;
  }
}
