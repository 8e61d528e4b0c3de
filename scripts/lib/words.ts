import type { Settings } from "@/lib/core/env";
import { isLoopback } from "@/lib/core/origins";
import { originOf } from "./prepare";

const accounts = [
  ["admin@demo.test", "the clinic's admin"],
  ["therapist@demo.test", "a therapist"],
  ["therapist2@demo.test", "another therapist, not of the first patient"],
  ["patient@demo.test", "the first patient"],
  ["patient2@demo.test", "another patient"],
  ["companion@demo.test", "the first patient's companion"],
] as const;

type Ready = { settings: Settings; newKey?: string; demoPassword?: string; setupCode?: string };

/** All that somebody at the terminal needs to know, in one block. */
export function readyWords({ settings, newKey, demoPassword, setupCode }: Ready): string {
  const lines = [`Threshold is ready:  ${originOf(settings)}`];
  if (setupCode)
    lines.push("", `There is no clinic yet. To set one up, enter this code on the first page:  ${setupCode}`);
  if (demoPassword) {
    lines.push("", `This is a demonstration. The password of every account is  ${demoPassword}`);
    lines.push(...accounts.map(([email, who]) => `  ${email.padEnd(22)} ${who}`));
  }
  if (newKey) {
    lines.push("", `A master key was made: ${newKey}`);
    lines.push("Back it up, apart from the database: without it nobody can read what is encrypted.");
  }
  lines.push(...plainHttpWords(settings), "", "Stop with Ctrl-C.");
  const rule = "─".repeat(78);
  return `\n${rule}\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n${rule}\n`;
}

function plainHttpWords(settings: Settings) {
  if (originOf(settings).startsWith("https:") || isLoopback(originOf(settings))) return [];
  return [
    "",
    `WARNING: nobody can sign in at ${originOf(settings)}.`,
    "Browsers keep sign-in cookies only on https (or on localhost). Put a proxy with",
    "a certificate in front and set APP_ORIGIN=https://… (see docs/running.md).",
  ];
}
