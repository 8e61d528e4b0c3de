import { newId } from "./ids";
import { fromBase64, keyOf, sealJson, unsealJson } from "./seal";
import { listRows, putRows, removeAll, removeRows } from "./store";

/** A text as a form holds it, each name with its values in order, the version it was written on, and when. */
export type Kept = { fields: Record<string, string[]>; version: number; at: number };
export type Found = { name: string; kept: Kept };

/** One text on this device, sealed. Each page has its own place, so two tabs never overwrite each other. */
export type Draft = {
  /** Returns whether the text is kept. A browser may refuse: private windows, a full disk, plain http. */
  keep: (kept: Kept) => Promise<boolean>;
  forget: () => Promise<void>;
  /** What other pages kept for the same slot, newest first, with the name under which to remove it. */
  listOthers: () => Promise<Found[]>;
};

/** `slot` begins with the writer's id. */
export function draftAt(slot: string, deviceKey: string): Draft {
  const own = `draft.${slot}.${newId()}`;
  let turn = 0;
  return {
    keep: async (kept) => {
      const mine = ++turn;
      try {
        const sealed = await sealJson(await keyOf(deviceKey), own, kept);
        if (mine === turn) await putRows([{ name: own, sealed }]);
        return true;
      } catch {
        return false;
      }
    },
    forget: () => {
      turn++;
      return letGo([own]);
    },
    listOthers: async () => {
      await takeOver(slot, deviceKey);
      const rows = (await listRows(`draft.${slot}.`).catch(() => [])).filter(({ name }) => name !== own);
      const opened = rows.map(async ({ name, sealed }) => {
        const kept = await unsealJson<Kept>(await keyOf(deviceKey), name, sealed).catch(() => null);
        return kept && { name, kept };
      });
      const found = (await Promise.all(opened)).filter((one) => one !== null);
      return found.sort((a, b) => b.kept.at - a.kept.at);
    },
  };
}

export const letGo = (names: string[]): Promise<void> => removeRows(names).catch(() => undefined);

/** No draft of anybody's stays on this device. */
export async function forgetAllDrafts(): Promise<void> {
  for (const name of formerNames()) localStorage.removeItem(name);
  await removeAll("draft.").catch(() => undefined);
}

/** Builds before 2026-12 kept drafts in the browser's other storage, bound to their slot. */
async function takeOver(slot: string, deviceKey: string) {
  for (const name of formerNames(`${slot}.`)) {
    try {
      const [iv, body] = (localStorage.getItem(name) ?? "").split(".").map(fromBase64);
      if (!iv || !body) continue;
      const key = await keyOf(deviceKey);
      const kept = await unsealJson<Kept>(key, slot, { iv, body: body.buffer });
      const own = `draft.${slot}.${name.split(".").at(-1)}`;
      await putRows([{ name: own, sealed: await sealJson(key, own, kept) }]);
      localStorage.removeItem(name);
    } catch {
      // Tried again when the next page opens.
    }
  }
}

function formerNames(start = ""): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`threshold.draft.${start}`));
  } catch {
    return [];
  }
}
