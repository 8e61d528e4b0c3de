import { signOut } from "@/lib/accounts/signIns/commands";
import { forgetSignIn } from "@/lib/accounts/signIns/gateway";
import { requireSameOrigin } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";

export async function POST() {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 403 });
    throw error;
  }
  await forgetSignIn(signOut);
  return new Response(null, { status: 303, headers: { location: "/sign-in?left=1" } });
}
