import { type Import, importsOf, type Sources } from "./sources";

/** app → components → client → lib/<noun> → lib/core → prisma. Nothing points upward but the generated lists of what the nouns hold. */
const floors = [
  /^(app|proxy|instrumentation|next\.config|scripts)\b/,
  /^prisma\/seed\//,
  /^components\//,
  /^client\//,
  /^lib\/(?!core\/)/,
  /^lib\/core\//,
  /^prisma\/generated\//,
];
const floorOf = (file: string) => floors.findIndex((floor) => floor.test(file));

export function upwardImports(sources: Sources): string[] {
  return importsOf(sources)
    .filter(({ from, to }) => {
      if (from.startsWith("prisma/generated/")) return false;
      const seedFromSetUp = to.startsWith("prisma/seed/") && from.startsWith("lib/accounts/");
      return floorOf(to) >= 0 && floorOf(to) < floorOf(from) && !seedFromSetUp;
    })
    .map(show);
}

const forTheBrowser = /^(client\/.*|lib\/core\/answers\.ts|lib\/.*\/rules\.ts)$/;

/** What runs in the browser apart from React knows neither React nor the server: of lib only plain rules, and whose an answer is. */
export function strangersInClient(sources: Sources): string[] {
  const inClient = new Map([...sources].filter(([file]) => file.startsWith("client/")));
  const own = importsOf(new Map([...sources].filter(([file]) => /^(client|lib)\//.test(file))))
    .filter(({ from, to }) => inClient.has(from) && !forTheBrowser.test(to))
    .map(show);
  const packages = [...inClient].filter(([, text]) => /from "(react|next)[/"-]|"use client"/.test(text));
  return [...own, ...packages.map(([file]) => `${file} knows React`)];
}

/** The browser's storage and the way to the portal are reached through `client/` alone. */
export const reachesPastClient = (sources: Sources): string[] =>
  [...sources]
    .filter(
      ([file, text]) =>
        /^(app|components)\//.test(file) &&
        /(?<![.\w])(fetch|XMLHttpRequest|EventSource)\(|\b(indexedDB|localStorage|sessionStorage)\b/.test(text),
    )
    .map(([file]) => file);

/** `components/ui` knows no clinical word: of lib it may know the form's state, the clock's words, and whose an answer is. */
export function clinicalImportsOfUi(sources: Sources): string[] {
  const allowed = ["lib/core/form-state.ts", "lib/core/clock.ts", "lib/core/answers.ts"];
  return importsOf(sources)
    .filter(
      ({ from, to }) => from.startsWith("components/ui/") && !to.startsWith("components/ui/") && !allowed.includes(to),
    )
    .map(show);
}

/** Every connection is made in one place, which sees to its time zone and to whom the server takes it for. */
export function strayConnections(sources: Sources): string[] {
  const own = /\bpg\.(Client|Pool)\(|\bconnectionString\b|new PrismaPg\((?!openPool\(|pool\))/;
  return [...sources]
    .filter(([file, text]) => file !== "lib/core/connection.ts" && own.test(text))
    .map(([file]) => `${file} makes a connection of its own`);
}

/** Work without a person, and the client of the database itself, are for few. */
export function forbiddenDoors(sources: Sources): string[] {
  const doors: Record<string, RegExp> = {
    "lib/core/system": /^(lib\/core|lib\/accounts|prisma\/seed)\//,
    "lib/core/prisma": /^(lib\/core\/|scripts\/)/,
    "prisma/generated/client": /^lib\/core\/prisma\.ts$/,
  };
  return importsOf(sources)
    .filter(({ from, to, types }) => {
      const door = Object.keys(doors).find((file) => to.startsWith(file));
      return door !== undefined && !types && !doors[door]?.test(from);
    })
    .map(show);
}

export function cycles(sources: Sources): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to, types } of importsOf(sources))
    if (!types && sources.has(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
}

const cookieDoors = ["lib/core/cookies.ts", "lib/core/jar.ts"];
const cookieTouched =
  /(?<![.\w])cookies\(\)|document\.cookie|set-cookie"?\]?\s*[:=,]\s*["'`]|["'`](__Host-|__Secure-)/i;

/** Cookies are named and given in one place, so that none is read by another portal on the host or dropped by a browser. */
export const strayCookies = (sources: Sources): string[] =>
  [...sources].filter(([file, text]) => !cookieDoors.includes(file) && cookieTouched.test(text)).map(([file]) => file);

const nounFiles = /^(verbs|kind|schema|rules|queries|commands|mail|gateway)\.ts$/;

/** A noun folder holds only the agreed files, and nothing is named after what it is not. */
export function strangeNames(sources: Sources): string[] {
  return [...sources.keys()].filter((file) => {
    const name = file.split("/").at(-1) ?? "";
    if (/^(index|utils|helpers|types|service)\.tsx?$/.test(name)) return true;
    return /^lib\/(?!core\/)/.test(file) && !nounFiles.test(name);
  });
}

export const longFiles = (sources: Sources, most = 250): string[] =>
  [...sources].filter(([, text]) => text.trimEnd().split("\n").length > most).map(([file]) => file);

/** Rules are pure: they read no clock and no database. */
export const impureRules = (sources: Sources): string[] =>
  [...sources]
    .filter(
      ([file, text]) =>
        /^lib\/.*\/rules\.ts$/.test(file) &&
        /\bnow\(\)|Date\.now\(|new Date\(\)|Math\.random|lib\/core\/(db|system|prisma)/.test(text),
    )
    .map(([file]) => file);

const makers: Record<string, "guarded" | "open"> = { defineAction: "guarded", defineOpenAction: "open" };

/** Everything that a `"use server"` file exports is made by `defineAction` or `defineOpenAction`. Answers with `file#name`. */
export function actionsOf(sources: Sources): { guarded: string[]; open: string[]; unguarded: string[] } {
  const result = { guarded: [] as string[], open: [] as string[], unguarded: [] as string[] };
  for (const [file, text] of sources) {
    if (!/^(app|components|lib)\//.test(file)) continue;
    if (/^\s+"use server"/m.test(text)) result.unguarded.push(`${file}#inline`);
    const exported = /^"use server";/.test(text) ? text.matchAll(/^export\s+(?:const\s+(\w+)\s*=\s*(\w+)?|.*)/gm) : [];
    for (const [line, name, made = ""] of exported) result[makers[made] ?? "unguarded"].push(`${file}#${name ?? line}`);
  }
  return result;
}

/** The verbs that actions and routes ask for. */
export const verbsAtDoors = (sources: Sources): Set<string> =>
  new Set(
    [...sources.values()].flatMap((text) =>
      [...text.matchAll(/\bdefine(?:Action|Route|Autosave)\(\s*"(\w+\.\w+)"/g)].map(([, verb]) => verb ?? ""),
    ),
  );

export const routesOf = (sources: Sources): string[] =>
  [...sources.keys()].filter((file) => /^app\/.*\/route\.ts$/.test(file));

const show = ({ from, to }: Import) => `${from} → ${to}`;
