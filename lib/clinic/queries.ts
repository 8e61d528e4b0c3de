import type { Db } from "@/lib/core/db";
import { found } from "@/lib/core/errors";

/** The clinic of the one who reads, with its settings. */
export const findClinic = async (db: Db) => found(await db.clinic.findFirst({ omit: { createdAt: true } }));
