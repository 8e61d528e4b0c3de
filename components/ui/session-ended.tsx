import { Button } from "./button";
import { CalmPage } from "./calm-page";

/** For someone whose time ran out, or who signed out elsewhere. */
export function SessionEnded({ signIn = "/sign-in" }: { signIn?: string }) {
  return (
    <CalmPage title="You are signed out" actions={<Button href={signIn}>Sign in again</Button>}>
      <p>You were away for a while, or signed out somewhere else, so we closed the door behind you.</p>
      <p className="soft">What was kept before is still there.</p>
    </CalmPage>
  );
}
