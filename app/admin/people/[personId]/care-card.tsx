import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Row } from "@/components/ui/stack";
import { counted } from "@/lib/accounts/people/rules";
import type { Person, Work } from "./page";

/** Whom a therapist treats, or who treats a patient. */
export function CareCard({ person, work }: { person: Person; work: Work }) {
  if (person.role === "patient")
    return (
      <Card title="Care team" aside={<Link href={`/admin/care-teams/${person.id}`}>Change</Link>}>
        {work.team.length === 0 && <p className="soft">Nobody treats {person.name} yet.</p>}
        <List>
          {work.team.map(({ therapist }) => (
            <ListItem key={therapist.id}>
              <Link href={`/admin/people/${therapist.id}`}>{therapist.name}</Link>
            </ListItem>
          ))}
        </List>
      </Card>
    );
  return (
    <Card title="Open work">
      {work.patients.length === 0 && <p className="soft">No patients and no planned sessions.</p>}
      <List>
        {work.patients.map(({ patientId, name, sessions }) => (
          <ListItem key={patientId} aside={<span className="soft small">{plannedWords(sessions.length)}</span>}>
            <Link href={`/admin/care-teams/${patientId}`}>{name}</Link>
          </ListItem>
        ))}
      </List>
      {work.drafts > 0 && <p className="soft">{counted(work.drafts, "unsigned note")}.</p>}
      {work.patients.length > 0 && (
        <Row>
          <Button variant="quiet" href={`/admin/people/${person.id}/hand-over`}>
            Hand over
          </Button>
        </Row>
      )}
    </Card>
  );
}

const plannedWords = (number: number) => (number ? `${counted(number, "session")} planned` : "nothing planned");
