import { ShareControl } from "@/components/sharing/share-control";
import { Button } from "@/components/ui/button";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Row } from "@/components/ui/stack";
import type { Desk, Thing } from "@/lib/recall/queries";
import { threadKinds } from "@/lib/threads/rules";
import { ActButton } from "./act-button";
import { tieAction } from "./actions";

type Props = { desk: Desk; thing: Thing; index: number; label: string };

/** Everything that can be done with the thing that was chosen. */
export function ArrangePanel({ desk, thing, index, label }: Props) {
  const { id, withIntention, memory } = thing;
  const [above, below] = [desk.things[index - 1], desk.things[index + 1]];
  return (
    <div className="recall-open stack">
      <Row className="gap-2">
        {above && (
          <ActButton change="up" id={id} past={above.id} of={label}>
            Move up
          </ActButton>
        )}
        {below && (
          <ActButton change="down" id={id} past={below.id} of={label}>
            Move down
          </ActButton>
        )}
        {desk.intention && (
          <ActButton change={withIntention ? "apart" : "beside"} id={id} of={label}>
            {withIntention ? "Take from beside the intention" : "Lay beside the intention"}
          </ActButton>
        )}
        <ActButton change="aside" id={id} of={label}>
          Set aside for later
        </ActButton>
        <ToItsPage thing={thing} />
      </Row>
      <Tie desk={desk} thing={thing} />
      {thing.subject !== "quote" && <Sharing desk={desk} subject={thing.subject} id={id} />}
      {memory && (
        <div className="stack gap-2">
          <h3>What you remember beside it</h3>
          <Row>
            <ActButton change={memory.brought ? "leave" : "bring"} id={memory.id} of={memory.text.slice(0, 60)}>
              {memory.brought ? "Leave it out again" : "Bring this to integration"}
            </ActButton>
          </Row>
          <Sharing desk={desk} subject="memory" id={memory.id} />
          {reads(desk, memory.id) && !reads(desk, id) && (
            <p className="small soft">Your care team reads it beside the line, once you share the line as well.</p>
          )}
        </div>
      )}
    </div>
  );
}

const reads = (desk: Desk, id: string) => desk.audienceOf(id).readers.some(({ audience }) => audience === "careTeam");

function ToItsPage({ thing: { entry, noteId, memory } }: { thing: Thing }) {
  if (entry) {
    return (
      <Button variant="quiet" href={`/my/journal/${entry.id}`}>
        Open the page
      </Button>
    );
  }
  return noteId ? (
    <Button variant="quiet" href={`/my/companions/notes/${noteId}`}>
      {memory ? "Change what you remember" : "Add what you remember"}
    </Button>
  ) : null;
}

function Tie({ desk, thing }: { desk: Desk; thing: Thing }) {
  if (desk.threads.length === 0) {
    return <p className="small soft">What returns in your pages becomes a thread. You can then tie this to it.</p>;
  }
  const options = desk.threads.map(({ id, name, kind }) => ({
    value: id,
    label: `${name} (${threadKinds[kind].one})`,
  }));
  return (
    <Form action={tieAction} submit="Tie" tone="quiet">
      <Hidden name="sessionId" value={desk.session.id} />
      <Hidden name="subjectId" value={thing.id} />
      <Field
        as="select"
        name="threadId"
        label="A thread that it belongs to"
        width="medium"
        options={[{ value: "", label: "No thread" }, ...options]}
        defaultValue={thing.threadId ?? ""}
      />
    </Form>
  );
}

function Sharing({ desk, subject, id }: { desk: Desk; subject: Exclude<Thing["subject"], "quote">; id: string }) {
  const { readers, companions } = desk.audienceOf(id);
  return <ShareControl subject={subject} subjectId={id} readers={readers} companions={companions} />;
}
