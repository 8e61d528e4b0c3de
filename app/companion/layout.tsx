import type { ReactNode } from "react";
import { Space } from "@/components/account/space";
import { SendUnsent } from "@/components/room/send-unsent";
import { requireActor } from "@/lib/core/actor";
import { deviceKey } from "@/lib/core/crypto";

export default async function CompanionLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("companion");
  return (
    <Space actor={actor}>
      {children}
      <SendUnsent personId={actor.personId} deviceKey={deviceKey(actor.personId)} />
    </Space>
  );
}
