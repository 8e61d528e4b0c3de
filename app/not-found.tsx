import type { Metadata } from "next";
import { CalmPage } from "@/components/ui/calm-page";

export const metadata: Metadata = { title: "Nothing here" };

// Plain links here and in the other standing pages: the router's link would weigh on every page.
const first = (
  <a href="/" className="btn">
    Go to the first page
  </a>
);

export default function NotFound() {
  return (
    <CalmPage title="There is nothing here for you" actions={first}>
      <p>The address may be mistyped, the page may have moved, or it may not be yours to open.</p>
      <p className="soft">If someone sent you here, ask them to check the address, or call the clinic.</p>
    </CalmPage>
  );
}
