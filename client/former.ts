import { deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Sealed } from "./seal";
import type { Row, Store, Writer } from "./store";

/** What builds before 2026-12 kept, in two stores of their own. A page of such a build may still be open and go on. */
const former = { room: "threshold-room", quiet: "threshold-quiet" };

type OfRoom = { id: string; personId: string; sessionId: string; sealed: Sealed };
type Fragment = {
  id: string;
  personId: string;
  words: Sealed;
  voice: (Sealed & { id: string; type: string }) | null;
};

/** Takes over what former builds left on this device. What could not be taken stays where it is until the next page. */
export async function takeOver(db: Store): Promise<void> {
  await move(former.room, async (from) => {
    await moveRows(db, from, "kept", (row: OfRoom) => [ofRoom(row)]);
  });
  await move(former.quiet, async (from) => {
    const [writer] = (await from.getAll("writer")) as Writer[];
    if (writer && !(await db.get("writer", "writer"))) {
      await db.put("writer", { personId: writer.personId, key: writer.key }, "writer");
    }
    await from.clear("writer");
    await moveRows(db, from, "fragments", ofQuiet);
  });
}

async function move(name: string, work: (from: IDBPDatabase) => Promise<void>) {
  try {
    const known = await indexedDB.databases?.();
    if (known && !known.some((one) => one.name === name)) return;
    const from = await openDB(name);
    const stores = [...from.objectStoreNames];
    if (stores.length > 0) await work(from);
    const left = await Promise.all(stores.map((store) => from.count(store)));
    from.close();
    // A page that holds it open lets it go in its own time.
    if (left.every((count) => count === 0)) deleteDB(name).catch(() => undefined);
  } catch {
    // Tried again when the next page opens.
  }
}

async function moveRows<T extends { id: string }>(
  db: Store,
  from: IDBPDatabase,
  store: string,
  made: (row: T) => Row[],
) {
  for (const row of (await from.getAll(store)) as T[]) {
    for (const own of made(row)) await db.put("kept", own);
    await from.delete(store, row.id);
  }
}

const ofRoom = ({ id, personId, sessionId, sealed }: OfRoom): Row => ({
  name: `room.${personId}.${sessionId}.${id}`,
  sealed,
});

function ofQuiet({ id, personId, words, voice }: Fragment): Row[] {
  const said: Row = { name: `quiet.${personId}.${id}`, sealed: words };
  if (!voice) return [said];
  const { id: voiceId, type, iv, body } = voice;
  return [said, { name: `quiet.${personId}.${voiceId}`, sealed: { iv, body }, about: { entryId: id, type } }];
}
