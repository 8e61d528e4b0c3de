import type { Db } from "@/lib/core/db";
import type { KindTable, Thing } from "@/lib/core/kind";
import { findFit } from "./queries";
import { fitWords } from "./rules";

export const kinds = {
  fit: {
    tables: ["Fit"],
    words: { one: "how the portal fits", many: "how the portal fits", title: "How the portal fits" },
    seenBy: ["patient"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takeFit, tell: tellFit },
    page: { patient: () => "/my/fit" },
  },
} as const satisfies KindTable;

async function takeFit(db: Db, patientId: string) {
  const { version, ...fit } = await findFit(db, patientId);
  return { found: { fit: version > 0 ? [fit] : [] } };
}

type Taken = Awaited<ReturnType<typeof takeFit>>["found"];

function tellFit({ fit }: Taken): Thing[] {
  return fit.map((one) => ({
    ...{ id: "fit", ref: null, title: "How the portal fits me", what: "", at: null },
    parts: [
      { part: "line" as const, text: fitWords(one) },
      ...(one.relationshipWords.length > 0
        ? [{ part: "line" as const, text: `What I call my people: ${one.relationshipWords.join(", ")}` }]
        : []),
    ],
  }));
}
