import { createHash } from "node:crypto";
import type { AuditEntry } from "@/prisma/generated/client";
import type { Db } from "./prisma";

const batch = 500;
export const firstLink = "0".repeat(64);

/** The link of one entry: SHA-256 over the link before it and the entry, in hex. */
export function linkHash(before: string, entry: AuditEntry): string {
  const { id, clinicId, at, actorId, role, system, verb, patientId, subject, subjectId, detail, onceKey } = entry;
  const content = [
    id,
    clinicId,
    at.toISOString(),
    actorId,
    role,
    system,
    verb,
    patientId,
    subject,
    subjectId,
    sorted(detail),
    onceKey,
  ];
  return createHash("sha256").update(before).update(JSON.stringify(content)).digest("hex");
}

/** Seals the next entries of a clinic in order, at most 500. Answers how many. The number's uniqueness lets one sealer win. */
export async function sealEntries(db: Db, clinicId: string): Promise<number> {
  const last = await db.auditLink.findFirst({ where: { clinicId }, orderBy: { number: "desc" } });
  const open = await db.$queryRaw<{ id: string }[]>`
    select e."id" from "AuditEntry" e left join "AuditLink" l on l."entryId" = e."id"
    where e."clinicId" = ${clinicId}::uuid and l."entryId" is null order by e."at", e."id" limit ${batch}`;
  if (open.length === 0) return 0;
  const entries = await db.auditEntry.findMany({
    where: { id: { in: open.map(({ id }) => id) } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  let hash = last?.hash ?? firstLink;
  let number = last?.number ?? 0n;
  const links = entries.map((entry) => {
    hash = linkHash(hash, entry);
    number += 1n;
    return { entryId: entry.id, clinicId, number, hash };
  });
  await db.auditLink.createMany({ data: links });
  return links.length;
}

export type Verdict = {
  checked: number;
  broken?: { number: bigint; entryId: string; why: "missing" | "changed" | "gap" };
};

/** Walks a clinic's chain from its beginning and names the first link that does not hold. */
export async function verifyChain(db: Db, clinicId: string): Promise<Verdict> {
  let before = firstLink;
  let checked = 0;
  for (;;) {
    const links = await db.auditLink.findMany({
      where: { clinicId, number: { gt: checked } },
      orderBy: { number: "asc" },
      take: batch,
    });
    if (links.length === 0) return { checked };
    const found = await db.auditEntry.findMany({ where: { id: { in: links.map((link) => link.entryId) } } });
    const entries = new Map(found.map((entry) => [entry.id, entry]));
    for (const { number, entryId, hash } of links) {
      const why = whyBroken({ number, hash }, entries.get(entryId), { before, checked });
      if (why) return { checked, broken: { number, entryId, why } };
      before = hash;
      checked += 1;
    }
  }
}

type Chain = { before: string; checked: number };

function whyBroken({ number, hash }: { number: bigint; hash: string }, entry: AuditEntry | undefined, chain: Chain) {
  if (number !== BigInt(chain.checked) + 1n) return "gap";
  if (!entry) return "missing";
  return linkHash(chain.before, entry) === hash ? null : "changed";
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
