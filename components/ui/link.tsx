import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Never prefetches: opening a record is an act that is logged. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
