import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The source files of the portal by their path from the root, such as `lib/notes/rules.ts`. */
export type Sources = Map<string, string>;

const folders = ["app", "components", "client", "lib", "prisma/seed", "scripts"];
const lists = ["prisma/generated/verbs.ts", "prisma/generated/kinds.ts"];
const rootFiles = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts", "next.config.js"];

export function readSources(root = process.cwd(), from = folders): Sources {
  const files = from.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.posix.join(folder, name),
    ),
  );
  const wanted = [...files, ...lists, ...rootFiles].filter((file) => /\.(tsx?|m?js)$/.test(file));
  return new Map(wanted.flatMap((file) => textOf(root, file)));
}

function textOf(root: string, file: string): [string, string][] {
  try {
    return [[file, readFileSync(path.join(root, file), "utf8")]];
  } catch {
    return [];
  }
}

export type Import = { from: string; to: string; types: boolean };

/** Every import inside the portal, as paths from the root. Imports of packages are left out. */
export function importsOf(sources: Sources): Import[] {
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(statement)].flatMap(([, , types, named, lazy, bare]) => {
      const to = resolve(from, named ?? lazy ?? bare ?? "", sources);
      return to ? [{ from, to, types: Boolean(types) }] : [];
    }),
  );
}

function resolve(from: string, target: string, sources: Sources): string | null {
  const inside = target.startsWith("@/")
    ? target.slice(2)
    : target.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), target)
      : null;
  if (inside === null) return null;
  return [inside, `${inside}.ts`, `${inside}.tsx`, `${inside}.mjs`].find((file) => sources.has(file)) ?? inside;
}
