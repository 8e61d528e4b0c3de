import type { Page } from "@playwright/test";

/** What a device keeps whose name begins so, such as `room.`, `quiet.` or `draft.`: each as text, its sealed bytes included. */
export async function keptOnDevice(page: Page, start: string): Promise<string[]> {
  const rows = await page.evaluate(readStore, "kept");
  return rows.filter((row) => row.includes(`"name":"${start}`));
}

/** Whether anything can be left on the device for somebody while nobody is signed in. */
export const hasWriter = async (page: Page): Promise<boolean> =>
  (await page.evaluate(readStore, "writer")).some((row) => row.includes("personId"));

/** Runs in the page. */
function readStore(store: string): Promise<string[]> {
  const shown = (_key: string, value: unknown) => {
    const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
    return isBytes ? new TextDecoder("latin1").decode(value as ArrayBuffer) : value;
  };
  return new Promise((resolve) => {
    const asked = indexedDB.open("threshold");
    // A look must not make what the portal would then find empty.
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onerror = () => resolve([]);
    asked.onsuccess = () => {
      const all = asked.result.transaction(store).objectStore(store).getAll();
      all.onsuccess = () => {
        asked.result.close();
        resolve(all.result.map((row) => JSON.stringify(row, shown)));
      };
    };
  });
}
