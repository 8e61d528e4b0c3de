import pg from "pg";
import { isValidElement, type ReactNode } from "react";

/** How many statements the work sends to Postgres. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const original = pg.Client.prototype.query;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count += 1;
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return count;
}

/** The shortest of five runs, in milliseconds: what the work takes when nothing else is in its way. */
export async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

/** Runs every server component of a page. Parts that need a browser stop where they ask React for state. */
export async function renderOnServer(node: ReactNode | Promise<ReactNode>): Promise<void> {
  const settled = await node;
  if (Array.isArray(settled)) for (const part of settled) await renderOnServer(part);
  if (!isValidElement<Record<string, unknown>>(settled)) return;
  const { type, props } = settled;
  if (typeof type === "function") return renderOnServer(call(type as (props: object) => ReactNode, props));
  for (const value of Object.values(props)) if (isNode(value)) await renderOnServer(value);
}

function call(component: (props: object) => ReactNode, props: object): ReactNode {
  const silenced = console.error;
  console.error = () => undefined;
  try {
    return component(props);
  } catch (error) {
    if (error instanceof TypeError && /null/.test(error.message)) return null;
    throw error;
  } finally {
    console.error = silenced;
  }
}

const isNode = (value: unknown): value is ReactNode =>
  Array.isArray(value) || isValidElement(value) || value instanceof Promise;
