import type { ReactNode } from "react";
import { Flash } from "@/components/account/flash";
import { Arch } from "@/components/ui/arch";
import { Link } from "@/components/ui/link";
import { readCookie } from "@/lib/core/jar";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const notice = await readCookie("notice");
  return (
    <div data-space="public" className="shell public">
      <a href="#content" className="skip">
        Skip to the content
      </a>
      <header className="top-bar">
        <Link href="/" className="brand">
          <Arch />
          Threshold
        </Link>
        <Link href="/help" className="help">
          I need help now
        </Link>
      </header>
      <main id="content" tabIndex={-1}>
        <Flash key={crypto.randomUUID()} text={notice} />
        {children}
      </main>
    </div>
  );
}
