import type { ReactNode } from "react";
import { Space } from "@/components/account/space";
import { OfflineReady } from "@/components/quiet/offline-ready";
import { requireActor } from "@/lib/core/actor";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";

export default async function MyLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("patient");
  const { textSize, look } = await read(actor, (db) => findFit(db, actor.personId));
  return (
    <div className="contents" data-text={textSize} data-look={look}>
      <Space actor={actor}>{children}</Space>
      <OfflineReady personId={actor.personId} deviceKey={deviceKey(actor.personId)} />
    </div>
  );
}
