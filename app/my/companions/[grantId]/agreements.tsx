import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { List, ListItem } from "@/components/ui/list";
import { Time } from "@/components/ui/time";
import type { GrantListed } from "@/lib/companions/grants/queries";
import { covers } from "@/lib/companions/grants/rules";
import { isAhead } from "@/lib/sessions/rules";

type Props = { grant: GrantListed; sessions: GrantListed["sessions"]; zone: string };

/** The sessions ahead that this companion is let into, each with the way to its agreement. */
export function Agreements({ grant, sessions, zone }: Props) {
  const access = { ...grant, sessionIds: grant.sessions.map(({ id }) => id) };
  const ahead = sessions.filter((session) => isAhead(session) && covers(access, session));
  if (ahead.length === 0) return null;
  return (
    <Card title="Agree before a session">
      <p>Touch, light, sound, phones, what is written down, whom to call, the way home.</p>
      <List label="Sessions ahead">
        {ahead.map(({ id, startsAt }) => (
          <ListItem
            key={id}
            aside={
              <Button variant="quiet" href={`/my/sessions/${id}/agreement?with=${grant.id}`}>
                Agreement
                <span className="sr-only">
                  {" "}
                  for the session on <Time at={startsAt} zone={zone} show="day" />
                </span>
              </Button>
            }
          >
            <Time at={startsAt} zone={zone} show="day" />
          </ListItem>
        ))}
      </List>
    </Card>
  );
}
