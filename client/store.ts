import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { takeOver } from "./former";
import type { Sealed } from "./seal";

/**
 * What a device keeps until the portal has it. `name` says what and whose it is, such as `room.<person>.<session>.<id>`, and is what the
 * seal is bound to. `about` is in clear: nothing that somebody wrote.
 */
export type Row = { name: string; sealed: Sealed; about?: Record<string, string> };

/** Who may leave something here while nobody is signed in: the key writes and cannot read. */
export type Writer = { personId: string; key: CryptoKey };

interface Shape extends DBSchema {
  kept: { key: string; value: Row };
  writer: { key: "writer"; value: Writer };
}
export type Store = IDBPDatabase<Shape>;

let opened: Promise<Store> | undefined;

function open(): Promise<Store> {
  const forget = () => {
    opened = undefined;
  };
  opened ??= openDB<Shape>("threshold", 1, {
    upgrade: (db) => {
      db.createObjectStore("kept", { keyPath: "name" });
      db.createObjectStore("writer");
    },
    blocking: (_from, _to, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  }).then(async (db) => {
    await takeOver(db);
    return db;
  });
  opened.catch(forget);
  return opened;
}

/** All whose name begins so, in the order of their names. */
export const listRows = async (start: string): Promise<Row[]> =>
  (await open()).getAll("kept", IDBKeyRange.bound(start, `${start}\uffff`));

/** All of them or none. */
export async function putRows(rows: Row[]): Promise<void> {
  const { store, done } = (await open()).transaction("kept", "readwrite");
  await Promise.all([...rows.map((row) => store.put(row)), done]);
}

export async function removeRows(names: string[]): Promise<void> {
  const { store, done } = (await open()).transaction("kept", "readwrite");
  await Promise.all([...names.map((name) => store.delete(name)), done]);
}

export const removeAll = async (start: string): Promise<void> =>
  (await open()).delete("kept", IDBKeyRange.bound(start, `${start}\uffff`));

export const findWriter = async (): Promise<Writer | undefined> => (await open()).get("writer", "writer");

export const putWriter = async (writer: Writer): Promise<void> => {
  await (await open()).put("writer", writer, "writer");
};

export const removeWriter = async (): Promise<void> => (await open()).clear("writer");
