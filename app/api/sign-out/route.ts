import { signOut } from "@/lib/accounts/signIns/commands";
import { forgetSignIn } from "@/lib/accounts/signIns/gateway";
import { requireSameOrigin } from "@/lib/core/action";
import { defineOpenRoute, leadTo } from "@/lib/core/route";

export const POST = defineOpenRoute(async () => {
  await requireSameOrigin();
  await forgetSignIn(signOut);
  return leadTo("/sign-in?left=1");
});
