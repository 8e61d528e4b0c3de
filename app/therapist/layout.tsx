import type { ReactNode } from "react";
import { Space } from "@/components/account/space";
import { CallsBanner } from "@/components/calls/calls-banner";
import { requireActor } from "@/lib/core/actor";

export default async function TherapistLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("therapist");
  return (
    <Space actor={actor}>
      <CallsBanner actor={actor} />
      {children}
    </Space>
  );
}
