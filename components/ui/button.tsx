import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";
import { Link } from "./link";

type Common = { variant?: ButtonVariant; large?: boolean; className?: string; children: ReactNode };
type AsLink = Common & { href: string; download?: boolean } & Pick<
    ComponentProps<"a">,
    "aria-label" | "rel" | "target"
  >;
type AsButton = Common & { href?: undefined } & ComponentProps<"button">;

/** A link when it has `href`, else a button. A download is a plain link. */
export function Button({ variant, large, className, ...rest }: AsLink | AsButton) {
  const look = buttonClass(variant, large, className);
  if (rest.href === undefined) return <button type="button" {...(rest as ComponentProps<"button">)} className={look} />;
  const { href, download, ...link } = rest as AsLink;
  if (download || /^(https?|tel|sms|mailto):/.test(href))
    return <a href={href} download={download} {...link} className={look} />;
  return <Link href={href} {...link} className={look} />;
}
