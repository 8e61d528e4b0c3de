import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";

export const metadata: Metadata = { title: "More" };

type Place = { href: string; label: string; text: string };

const groups: { title: string; places: Place[] }[] = [
  {
    title: "Your way",
    places: [
      {
        href: "/my/path",
        label: "Your path",
        text: "Everything that was, on one line, and then and now side by side.",
      },
      { href: "/my/sessions", label: "Sessions", text: "What was, what comes, and what was written about it." },
      { href: "/my/goals", label: "Goals", text: "From what to what, and the small steps." },
      { href: "/my/threads", label: "What returns", text: "Images, feelings and beliefs that show up again." },
    ],
  },
  {
    title: "How you are",
    places: [
      { href: "/my/check-ins", label: "Check-ins", text: "How your days are, in half a minute, and over the weeks." },
      { href: "/my/body", label: "Body and state", text: "Settled, stirred up, shut down, and where you feel it." },
      { href: "/my/making", label: "Making", text: "Drawings, pictures and sounds." },
    ],
  },
  {
    title: "Yours to decide",
    places: [
      { href: "/my/companions", label: "Companions", text: "Invite somebody you trust, and choose what they may see." },
      { href: "/my/opened", label: "Who opened what", text: "Everyone who opened something of yours, and when." },
      { href: "/my/fit", label: "Fit to me", text: "Shorter, larger, plainer, slower: how this space suits you." },
      { href: "/my/book", label: "My book", text: "Everything of your own, to keep." },
      { href: "/account", label: "Your account", text: "What we call you, your time zone, your password." },
      { href: "/privacy", label: "Privacy", text: "What is kept here, and who can read it." },
      { href: "/help", label: "I need help now", text: "Who to call, at any hour." },
    ],
  },
];

export default async function MorePage() {
  await requireActor("patient");
  return (
    <Stack gap="large">
      <PageHeader title="More" />
      {groups.map(({ title, places }) => (
        <Card key={title} title={title}>
          <List>
            {places.map(({ href, label, text }) => (
              <li key={href} className="relative">
                <div>
                  <h3>
                    <Link href={href} className="after:absolute after:inset-0">
                      {label}
                    </Link>
                  </h3>
                  <p className="soft">{text}</p>
                </div>
              </li>
            ))}
          </List>
        </Card>
      ))}
    </Stack>
  );
}
