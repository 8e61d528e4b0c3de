import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { listOffered } from "@/lib/practices/clinic/queries";
import type { Offered } from "@/lib/practices/clinic/rules";
import { families, familyOrder } from "@/lib/practices/rules";

export const metadata: Metadata = { title: "Practices" };

export default async function ClinicPracticesPage() {
  const actor = await requireActor("therapist");
  const offered = await read(actor, listOffered);
  return (
    <>
      <PageHeader
        title="Practices"
        intro="What your patients find in their garden. You can put any of it in your clinic’s words, add to it, and hide what does not fit. It is the same for the whole clinic."
        actions={<Button href="/therapist/practices/new">Add a practice</Button>}
      />
      <nav aria-label="Families">
        <ul className="pills">
          {familyOrder.map((family) => (
            <li key={family}>
              <a href={`#${family}`} className="pill">
                {families[family].name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid items-start gap-6 side:grid-cols-2">
        {familyOrder.map((family) => (
          <Card key={family} id={family} title={families[family].name}>
            <List>
              {offered
                .filter((practice) => practice.family === family)
                .map((practice) => (
                  <ListItem key={practice.slug} aside={<Marks practice={practice} />}>
                    <Link href={`/therapist/practices/${practice.slug}`} className="inline-block py-1">
                      {practice.title}
                    </Link>
                  </ListItem>
                ))}
            </List>
          </Card>
        ))}
      </div>
    </>
  );
}

/** What the clinic changed about a practice. */
const Marks = ({ practice: { added, reworded, hiddenAt } }: { practice: Offered }) => (
  <>
    {added && <Tag tone="share">Added by your clinic</Tag>}
    {reworded && <Tag tone="share">In your clinic’s words</Tag>}
    {hiddenAt && <Tag>Hidden</Tag>}
  </>
);
