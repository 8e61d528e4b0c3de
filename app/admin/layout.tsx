import type { ReactNode } from "react";
import { Space } from "@/components/account/space";
import { requireActor } from "@/lib/core/actor";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <Space actor={await requireActor("admin")}>{children}</Space>;
}
