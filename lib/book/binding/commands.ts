import type { Actor } from "@/lib/core/actor";
import { findActing } from "@/lib/core/auth";
import { formatDate, now } from "@/lib/core/clock";
import { sealBytes, sha256, unsealBytes } from "@/lib/core/crypto";
import { read, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { fault } from "@/lib/core/log";
import { asJpeg } from "@/lib/making/images/gateway";
import { rowOf as mediaRowOf } from "@/lib/making/queries";
import { endingOf } from "@/lib/making/rules";
import { rowOf } from "../commands";
import { type BookMedia, type Contents, gather } from "../contents/queries";
import { entryText, markdownOf, readmeText } from "../markdown/rules";
import { fileNames, fitting, pagesOf, spanOf } from "../pages/rules";
import { drawPdf } from "../pdf/gateway";
import { findBook } from "../queries";
import { openFor } from "../rules";
import { packZip, type ZipFile } from "../zip/gateway";

const widest = 1_400;
const atOnce = 8;

/**
 * Binds a book that was asked for, with the eyes of the one who asked: as long as that sign-in lasts, and with what it may see. Once it has
 * ended nothing can be bound; the page then says so.
 */
export async function bindBook({ id, handleHash }: { id: string; handleHash: string }): Promise<void> {
  const actor = await findActing(handleHash);
  if (!actor || !(await advance(actor, id, 1))) return;
  const tell = async (progress: number) => {
    if (!(await advance(actor, id, progress)))
      throw new DomainError("conflict", "Nobody waits for this book any more.");
  };
  try {
    const contents = await gather(actor, (share) => tell(Math.round(2 + share * 43)));
    await keep(actor, id, await bind(actor, contents, tell));
  } catch (error) {
    if (!(error instanceof DomainError)) fault(error);
    await stop(actor, id);
  }
}

type Tell = (progress: number) => Promise<void>;

/** Says how far a book is. False when nobody waits for it any more: it was asked for anew, or the sign-in has ended. */
function advance(actor: Actor, id: string, progress: number): Promise<boolean> {
  return write(actor, "book.bind", async (db, audit) => {
    found(await findBook(db, id));
    const state = { in: ["waiting" as const, "working" as const] };
    const { count } = await db.book.updateMany({ where: { id, state }, data: { state: "working", progress } });
    audit(about(actor, id));
    return count === 1;
  });
}

type Bound = { pdf: Buffer; zip: Buffer };

async function bind(actor: Actor, contents: Contents, tell: Tell): Promise<Bound> {
  const { name, zone, boundAt, entries } = contents;
  const packed = fitting(contents.media);
  const files = new Map<string, Buffer>();
  for (let at = 0; at < packed.length; at += atOnce) {
    for (const [id, bytes] of await openBytes(actor, packed.slice(at, at + atOnce))) files.set(id, bytes);
  }
  await tell(60);
  const blocks = pagesOf(contents);
  const title = "My book";
  const span = spanOf(contents);
  const bound = formatDate(boundAt, zone);
  const cover = {
    title,
    name,
    span: span ? `${span.from} – ${span.to}` : "",
    bound: `Bound on ${bound} · ${contents.clinic}`,
  };
  const pdf = await drawPdf(cover, blocks, async (id) => {
    const bytes = files.get(id);
    return bytes ? asJpeg(bytes, widest) : null;
  });
  await tell(85);
  const mediaNames = fileNames(packed, zone, ({ type }) => endingOf(type));
  const entryNames = fileNames(entries, zone, () => "md");
  const inZip = (id: string) => mediaNames.get(id) && `media/${mediaNames.get(id)}`;
  const zip: ZipFile[] = [
    { path: "README.md", content: readmeText(name, bound, contents.media.length - packed.length) },
    { path: "book.md", content: markdownOf(title, blocks, inZip) },
    {
      path: "data.json",
      content: JSON.stringify(
        { ...contents, things: undefined, media: contents.media.map((one) => ({ ...one, file: inZip(one.id) })) },
        null,
        2,
      ),
    },
    ...entries.map((entry) => ({
      path: `journal/${entryNames.get(entry.id)}`,
      content: entryText(entry, formatDate(entry.at, zone)),
      at: entry.at,
    })),
    ...packed.map(({ id, at }) => ({ path: `media/${mediaNames.get(id)}`, content: files.get(id) ?? "", at })),
  ];
  return { pdf, zip: await packZip(zip, boundAt) };
}

/** The bytes of some pictures and sounds, by their ids. */
async function openBytes(actor: Actor, media: BookMedia[]): Promise<[string, Buffer][]> {
  return read(actor, async (db) => {
    const ids = media.map(({ id }) => id);
    const rows = await db.media.findMany({ where: { id: { in: ids } }, select: { id: true, bytes: true } });
    const opened: [string, Buffer][] = [];
    for (const { id, bytes } of rows) opened.push([id, await unsealBytes(db, mediaRowOf(id, "full"), bytes)]);
    return opened;
  });
}

async function keep(actor: Actor, id: string, { pdf, zip }: Bound): Promise<void> {
  await write(actor, "book.bind", async (db, audit) => {
    const [readyAt, { clinicId }] = [now(), actor];
    await db.book.updateMany({
      where: { id, state: "working" },
      data: {
        ...{ state: "ready", progress: 100, readyAt, endsAt: new Date(readyAt.getTime() + openFor) },
        pdf: await sealBytes(db, clinicId, rowOf(id, "pdf"), pdf),
        zip: await sealBytes(db, clinicId, rowOf(id, "zip"), zip),
      },
    });
    audit(about(actor, id));
  });
}

/** Whoever asked is told that it did not come to its end. After a sign-out nobody is there to be told. */
async function stop(actor: Actor, id: string): Promise<void> {
  try {
    await write(actor, "book.bind", async (db, audit) => {
      await db.book.updateMany({ where: { id, state: "working" }, data: { state: "failed" } });
      audit(about(actor, id));
    });
  } catch (error) {
    if (!(error instanceof DomainError)) fault(error);
  }
}

/** One entry in the log for a book, however often it tells how far it is. */
const about = (actor: Actor, id: string) => ({
  patientId: actor.personId,
  subject: "book",
  subjectId: id,
  onceKey: sha256(`book.bind:${id}`),
});
