/** What one device keeps of a room until the portal has it, in IndexedDB and sealed. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer };
export type Row = { id: string; personId: string; sessionId: string; isCall: boolean; sealed: Sealed };

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("threshold-room", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("kept", { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T> | undefined) {
  const db = await open();
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = db.transaction("kept", mode);
      const asked = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

export const listRows = async (): Promise<Row[]> => (await within<Row[]>("readonly", (store) => store.getAll())) ?? [];
export const putRow = (row: Row) => within("readwrite", (store) => store.put(row));
export const removeRows = (ids: string[]) =>
  within("readwrite", (store) => {
    for (const id of ids) store.delete(id);
    return undefined;
  });
