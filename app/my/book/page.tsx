import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { findLatestBook } from "@/lib/book/queries";
import { type Book, endedWords, progressWords, stageOf } from "@/lib/book/rules";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { askForBookAction } from "./actions";
import { Binding } from "./binding";

export const metadata: Metadata = { title: "My book" };

export default async function BookPage() {
  const actor = await requireActor("patient");
  const book = await read(actor, (db) => findLatestBook(db, actor.personId));
  const stage = stageOf(book, now());
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "More", href: "/my/more" }, { label: "My book" }]}
        title="My book"
        intro="Everything of your own, bound into one book to keep: your intentions and goals, every page you wrote, what you made, what was handed to you, your days and practices."
      />
      {book && stage === "binding" && (
        <Card title="Being bound">
          <Binding id={book.id} progress={book.progress} words={progressWords(book.progress)} />
          <noscript>
            <meta httpEquiv="refresh" content="5" />
          </noscript>
        </Card>
      )}
      {book && stage === "ready" && <Ready book={book} zone={actor.timeZone} />}
      {stage === "ready" && (
        <Details summary="You wrote more since?">
          <Form action={askForBookAction} submit="Bind a newer one" tone="quiet">
            <p className="soft">A newer one takes the place of the one above.</p>
          </Form>
        </Details>
      )}
      {stage !== "binding" && stage !== "ready" && (
        <Card title={stage === "none" ? "Bind it" : "Bind it anew"}>
          {stage !== "none" && <p className="soft">{endedWords[stage]}</p>}
          <Ask first={stage === "none"} />
        </Card>
      )}
      <About />
    </Stack>
  );
}

function Ready({ book, zone }: { book: Book; zone: string }) {
  return (
    <section className="door stack">
      <h2>Your book is ready</h2>
      {book.endsAt && (
        <p className="soft">
          You can take it until <Time at={book.endsAt} zone={zone} />. After that it is gone from here, and you can ask
          again.
        </p>
      )}
      <div className="row">
        <Button href={`/api/book/${book.id}/pdf`} download large>
          Take it as a PDF
        </Button>
        <Button href={`/api/book/${book.id}/zip`} download large variant="quiet">
          Take everything as a ZIP
        </Button>
      </div>
    </section>
  );
}

const Ask = ({ first }: { first: boolean }) => (
  <Form action={askForBookAction} submit={first ? "Bind my book" : "Ask again"}>
    <p>
      It takes a moment, up to a few minutes. Stay signed in until it is ready; you can go on with something else
      meanwhile.
    </p>
  </Form>
);

const About = () => (
  <Card title="What is in it">
    <ul className="list-disc pl-5 stack gap-2">
      <li>
        The PDF is for reading and printing: one chapter for each dose, your words in their order, your pictures among
        them.
      </li>
      <li>
        The ZIP holds the same as text, with every page as a file, your pictures and sounds, and all of it for a program
        to read.
      </li>
      <li>You alone can take it, for 24 hours. Letters that wait for their day stay closed, here too.</li>
      <li>Once on your device, the files are not encrypted. Keep them where you would keep a diary.</li>
    </ul>
  </Card>
);
