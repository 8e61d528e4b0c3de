import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Flash } from "@/components/account/flash";
import { Arch } from "@/components/ui/arch";
import { Link } from "@/components/ui/link";
import { noticeCookie } from "@/lib/core/action";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const notice = (await cookies()).get(noticeCookie)?.value;
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
