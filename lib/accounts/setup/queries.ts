import { system } from "@/lib/core/system";

/** Whether no clinic has been set up in this database yet. */
export const isEmptyPortal = (): Promise<boolean> =>
  system("accounts", async (db) => (await db.clinic.findFirst({ select: { id: true } })) === null);

/** Whether this portal shows the demonstration clinic. */
export const isDemonstration = (): Promise<boolean> =>
  system("accounts", async (db) => (await db.clinic.findFirst({ where: { isDemonstration: true } })) !== null);
