import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "In the room" };

export const viewport: Viewport = { colorScheme: "dark", themeColor: "#0b0d0e" };

/** Near-black, whatever the theme, and nothing around it. */
export default function RoomLayout({ children }: { children: ReactNode }) {
  return (
    <div data-theme="dark" className="room-mode">
      <main id="content">{children}</main>
    </div>
  );
}
