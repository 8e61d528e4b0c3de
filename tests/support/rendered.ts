import { isValidElement, type ReactNode } from "react";

/** The words of a page as the server writes them. Parts that need a browser stop where they ask React for state. */
export async function textOnServer(node: ReactNode | Promise<ReactNode>): Promise<string> {
  const settled = await node;
  if (typeof settled === "string" || typeof settled === "number") return `${settled}`;
  if (Array.isArray(settled)) return (await Promise.all(settled.map(textOnServer))).join(" ");
  if (!isValidElement<{ children?: ReactNode }>(settled)) return "";
  const { type, props } = settled;
  if (typeof type === "function") return textOnServer(call(type as (props: object) => ReactNode, props));
  const inside = Object.values(props).filter((value) => isNode(value));
  return (await Promise.all(inside.map((value) => textOnServer(value as ReactNode)))).join(" ");
}

/** A part for the browser shows what it was given. */
function call(component: (props: object) => ReactNode, props: { children?: ReactNode }): ReactNode {
  const silenced = console.error;
  console.error = () => undefined;
  try {
    return component(props);
  } catch (error) {
    if (error instanceof TypeError && /null/.test(error.message)) return props.children;
    throw error;
  } finally {
    console.error = silenced;
  }
}

const isNode = (value: unknown): boolean =>
  typeof value === "string" || Array.isArray(value) || isValidElement(value) || value instanceof Promise;
