import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The page of the portal that an address leads to: its file from the root, and what its folders take from the address. Null without one. */
export function pageAt(address: string): { file: string; params: Record<string, string> } | null {
  const [steps = ""] = address.split(/[?#]/);
  return walk("app", steps.split("/").filter(Boolean), {});
}

function walk(folder: string, [step, ...rest]: string[], params: Record<string, string>): ReturnType<typeof pageAt> {
  if (step === undefined) {
    const file = path.posix.join(folder, "page.tsx");
    return existsSync(file) ? { file, params } : null;
  }
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = inside.map(({ name }) => name);
  if (names.includes(step)) return walk(path.posix.join(folder, step), rest, params);
  const open = names.find((name) => /^\[\w+\]$/.test(name));
  return open ? walk(path.posix.join(folder, open), rest, { ...params, [open.slice(1, -1)]: step }) : null;
}
