import { describe, expect, test } from "vitest";
import { verbs } from "@/lib/core/permissions";
import {
  actionsOf,
  clinicalImportsOfUi,
  cycles,
  forbiddenDoors,
  impureRules,
  longFiles,
  reachesPastClient,
  routesOf,
  strangeNames,
  strangersInClient,
  strayConnections,
  strayCookies,
  upwardImports,
  verbsAtDoors,
} from "./support/floors";
import { doneElsewhere, openActions, routes } from "./support/registry";
import { readSources, type Sources } from "./support/sources";

const sources = readSources();

const checks: [string, (sources: Sources) => string[], Record<string, string>][] = [
  [
    "no import points upward",
    upwardImports,
    { "lib/notes/rules.ts": `import { x } from "@/app/my/page";`, "app/my/page.tsx": "" },
  ],
  [
    "components/ui knows nothing of the clinic",
    clinicalImportsOfUi,
    { "components/ui/a.tsx": `import { x } from "@/lib/notes/rules";` },
  ],
  [
    "what runs in the browser apart from React knows neither React nor the server",
    strangersInClient,
    { "client/a.ts": `import { saveEntry } from "@/lib/journal/commands";`, "lib/journal/commands.ts": "" },
  ],
  [
    "what runs in the browser apart from React does without React",
    strangersInClient,
    { "client/a.ts": `import { useState } from "react";` },
  ],
  [
    "the browser's storage and the way to the portal are reached in one place",
    reachesPastClient,
    { "components/room/a.ts": `const answer = await fetch("/api/room");` },
  ],
  [
    "only the doors reach the database",
    forbiddenDoors,
    { "app/my/page.tsx": `import { system } from "@/lib/core/system";` },
  ],
  [
    "imports make no cycle",
    cycles,
    { "lib/a/rules.ts": `import { b } from "../b/rules";`, "lib/b/rules.ts": `import { a } from "../a/rules";` },
  ],
  [
    "every connection to a database is made in one place",
    strayConnections,
    { "lib/notes/queries.ts": `const client = new pg.Client({ connectionString: url });` },
  ],
  ["a noun holds only the agreed files", strangeNames, { "lib/notes/utils.ts": "" }],
  ["no file is longer than 250 lines", longFiles, { "lib/notes/rules.ts": "x\n".repeat(251) }],
  [
    "rules read neither clock nor database",
    impureRules,
    { "lib/notes/rules.ts": "export const isLate = () => now() > 3;" },
  ],
  ["no cookie is given past the jar", strayCookies, { "app/my/page.tsx": `(await cookies()).set("a", "b");` }],
  ["no cookie is named elsewhere", strayCookies, { "lib/core/auth.ts": `const name = "__Host-threshold";` }],
  ["no page script touches a cookie", strayCookies, { "components/ui/a.tsx": `document.cookie = "a=b";` }],
  ["no answer gives one by hand", strayCookies, { "scripts/lib/a.ts": `const headers = { "set-cookie": "a=b" };` }],
  [
    "every server action is made by defineAction",
    (from) => actionsOf(from).unguarded,
    { "app/my/actions.ts": `"use server";\nexport async function save() {}` },
  ],
];

describe("the shape of the code", () => {
  test.each(checks)("%s", (_name, check) => {
    expect(check(sources)).toEqual([]);
  });

  test.each(checks)("%s, and a planted violation is found", (_name, check, planted) => {
    expect(check(new Map(Object.entries(planted)))).not.toEqual([]);
  });

  test("no benchmark and no scenario names a cookie of the portal", () => {
    expect(strayCookies(readSources(process.cwd(), ["bench", "e2e"]))).toEqual([]);
  });

  test("the checks see the code", () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(actionsOf(sources).guarded.length).toBeGreaterThan(20);
  });
});

describe("what stands open", () => {
  test("every action that needs no sign-in is registered with its reason", () => {
    expect(actionsOf(sources).open.sort()).toEqual(Object.keys(openActions).sort());
  });

  test("every verb is asked for by an action or a route, or is registered with where it is done", () => {
    const asked = verbsAtDoors(sources);
    expect(
      Object.keys(verbs)
        .filter((verb) => !asked.has(verb))
        .sort(),
    ).toEqual(Object.keys(doneElsewhere).sort());
  });

  test("every route handler is registered with its guard", () => {
    expect(routesOf(sources).sort()).toEqual(Object.keys(routes).sort());
  });

  test("every route handler does what its guard says", () => {
    for (const [file, guard] of Object.entries(routes)) {
      const text = sources.get(file) ?? "";
      if (guard.by === "actor") expect(text, file).toMatch(/= define(Route|Autosave)\(/);
      else if (guard.writes) expect(text, file).toMatch(/defineOpenRoute\([\s\S]*requireSameOrigin\(/);
      expect(text, file).not.toMatch(/status: 40|findActor|requireActor/);
    }
  });
});
