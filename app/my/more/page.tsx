import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";

export const metadata: Metadata = { title: "More" };

const places = [
  { href: "/my/companions", label: "Companions", text: "Invite somebody you trust, and choose what they may see." },
  { href: "/my/opened", label: "Who opened what", text: "Everyone who opened something of yours, and when." },
  { href: "/account", label: "Your account", text: "What we call you, your time zone, your password." },
  { href: "/privacy", label: "Privacy", text: "What is kept here, and who can read it." },
  { href: "/help", label: "I need help now", text: "Who to call, at any hour." },
];

export default async function MorePage() {
  await requireActor("patient");
  return (
    <Stack gap="large">
      <PageHeader title="More" />
      <Card>
        <List>
          {places.map(({ href, label, text }) => (
            <li key={href}>
              <div>
                <h2 className="text-h3">
                  <Link href={href}>{label}</Link>
                </h2>
                <p className="soft">{text}</p>
              </div>
            </li>
          ))}
        </List>
      </Card>
    </Stack>
  );
}
