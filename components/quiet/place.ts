/** What one device keeps of quiet mode, in IndexedDB: who may write here with which key, and sealed fragments that are not sent yet. */
export type Writer = { slot: "writer"; personId: string; key: CryptoKey };
export type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer };
export type Kept = {
  id: string;
  personId: string;
  words: Sealed;
  voice: (Sealed & { id: string; type: string }) | null;
};

const stores = ["writer", "fragments"] as const;
type Store = (typeof stores)[number];

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("threshold-quiet", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("writer", { keyPath: "slot" });
      asked.result.createObjectStore("fragments", { keyPath: "id" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function within<T>(name: Store, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(name, mode);
      const asked = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

export const findWriter = () => within<Writer | undefined>("writer", "readonly", (store) => store.get("writer"));
export const putWriter = (writer: Writer) => within("writer", "readwrite", (store) => store.put(writer));
export const listKept = () => within<Kept[]>("fragments", "readonly", (store) => store.getAll());
export const putKept = (kept: Kept) => within("fragments", "readwrite", (store) => store.put(kept));
export const removeKept = (id: string) => within("fragments", "readwrite", (store) => store.delete(id));

/** Signing out: this device can write for nobody. What it kept stays sealed, and is sent once the same person is back. */
export async function forgetWriter(): Promise<void> {
  try {
    await within("writer", "readwrite", (store) => store.clear());
  } catch {
    // A browser without this storage kept nothing.
  }
}
