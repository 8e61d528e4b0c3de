import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { orNotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { openLetter } from "@/lib/outbox/commands";

export const metadata: Metadata = { title: "Letter" };

type Props = { params: Promise<{ mailId: string }> };

export default async function LetterPage({ params }: Props) {
  const actor = await requireActor("admin");
  const { mailId } = await params;
  if (!isId(mailId)) notFound();
  const letter = await orNotFound(openLetter(actor, mailId));
  return (
    <>
      <PageHeader title={letter.subject} crumbs={[{ label: "Outbox", href: "/admin/outbox" }, { label: "Letter" }]} />
      <Card className="max-w-words">
        <Facts
          items={[
            { label: "To", value: letter.to },
            { label: "Written", value: <Time at={letter.createdAt} zone={actor.timeZone} /> },
          ]}
        />
        <hr className="border-line" />
        <p className="whitespace-pre-line wrap-anywhere">
          {letter.text ?? "The text was erased when the letter was sent."}
        </p>
      </Card>
    </>
  );
}
