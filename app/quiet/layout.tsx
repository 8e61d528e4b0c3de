import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Quiet" };

export const viewport: Viewport = { colorScheme: "dark", themeColor: "#070909" };

/** Near-black, whatever the theme. It holds nothing of anybody: a device keeps this page for when the portal does not answer. */
export default function QuietLayout({ children }: { children: ReactNode }) {
  return (
    <div data-space="my" data-theme="dark" className="quiet-mode">
      <main id="content">{children}</main>
    </div>
  );
}
