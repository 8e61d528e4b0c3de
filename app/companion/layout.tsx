import type { ReactNode } from "react";
import { Space } from "@/components/account/space";
import { requireActor } from "@/lib/core/actor";

export default async function CompanionLayout({ children }: { children: ReactNode }) {
  return <Space actor={await requireActor("companion")}>{children}</Space>;
}
