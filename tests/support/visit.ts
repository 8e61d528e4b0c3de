import type { ReactNode } from "react";
import type { Actor } from "@/lib/core/actor";
import { textOnServer } from "./rendered";
import { pageAt } from "./routes";

/** Who visits; a test lets `requireActor` return it. */
export const visiting: { actor: Actor | null } = { actor: null };

/** What somebody reads at an address. */
export async function visit(who: Actor, address: string): Promise<string> {
  const page = pageAt(address);
  if (!page) throw new Error(`There is no page at ${address}`);
  visiting.actor = who;
  const module = await import(/* @vite-ignore */ `../../${page.file}`);
  const render = module.default as (props: object) => Promise<ReactNode>;
  const searchParams = Object.fromEntries(new URL(address, "http://portal.test").searchParams);
  return textOnServer(render({ params: Promise.resolve(page.params), searchParams: Promise.resolve(searchParams) }));
}
