import { redirect } from "next/navigation";
import { isEmptyPortal } from "@/lib/accounts/setup/queries";
import { findActor, homeOf } from "@/lib/core/actor";

export default async function FirstPage() {
  const actor = await findActor();
  if (actor) redirect(homeOf[actor.role]);
  redirect((await isEmptyPortal()) ? "/setup" : "/sign-in");
}
