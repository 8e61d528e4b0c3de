import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "quiet" | "plain" | "stop";

// Apart from Button, so that client parts do not carry the router's link.
export function buttonClass(variant: ButtonVariant = "primary", large?: boolean, className?: string) {
  return classNames("btn", variant !== "primary" && variant, large && "large", className);
}
