import { X } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Thread } from "@/lib/threads/queries";
import { placesWords, threadKindKeys, threadKinds } from "@/lib/threads/rules";
import { addTagAction, removeTagAction } from "./actions";

type Known = Thread & { here: boolean };

/** A page's tags as chips, and a way to name something that returns. Names used before are offered. */
export function Tags({ entryId, threads }: { entryId: string; threads: Known[] }) {
  const here = threads.filter((thread) => thread.here);
  const names = [...new Set(threads.filter((thread) => !thread.here).map(({ name }) => name))];
  const list = `names-${entryId}`;
  const form = (
    <Form action={addTagAction} submit="Add it" tone="quiet">
      <Hidden name="entryId" value={entryId} />
      <div className="tag-fields">
        <Field name="kind" label="What it is" as="select" options={options} defaultValue="image" />
        <Field name="name" label="In your words" maxLength={60} list={list} autoComplete="off" autoCapitalize="none" />
      </div>
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Form>
  );
  return (
    <Card title="What returns here">
      {here.length > 0 ? (
        <>
          <ul className="chips" aria-label="Tags of this page">
            {here.map((thread) => (
              <Chip key={thread.id} entryId={entryId} thread={thread} />
            ))}
          </ul>
          <Details summary="Add another">{form}</Details>
        </>
      ) : (
        <>
          <p className="soft">An image, a feeling, a sensation, a belief, a pattern. Named once, you find it again.</p>
          {form}
        </>
      )}
    </Card>
  );
}

function Chip({ entryId, thread: { id, name, kind, places } }: { entryId: string; thread: Thread }) {
  return (
    <li className="chip">
      <Link href={`/my/threads/${id}`}>
        <span className="sr-only">{threadKinds[kind].one}: </span>
        <strong>{name}</strong>
        <span className="soft"> · {placesWords(places)}</span>
      </Link>
      <Form action={removeTagAction} quiet>
        <Hidden name="entryId" value={entryId} />
        <Hidden name="threadId" value={id} />
        <SubmitButton variant="plain">
          <X size={16} strokeWidth={1.8} aria-hidden="true" />
          <span className="sr-only">Take off: {name}</span>
        </SubmitButton>
      </Form>
    </li>
  );
}

const options = threadKindKeys.map((kind) => ({ value: kind, label: threadKinds[kind].one }));
