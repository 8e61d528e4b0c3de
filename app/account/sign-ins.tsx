import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { List, ListItem } from "@/components/ui/list";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { OwnSignIn } from "@/lib/accounts/signIns/queries";
import { endSignInAction, signOutEverywhereAction } from "./actions";

type Props = { signIns: OwnSignIn[]; zone: string };

export function SignIns({ signIns, zone }: Props) {
  return (
    <Card title="Where you are signed in">
      <List>
        {signIns.map(({ id, device, createdAt, lastSeenAt, isHere }) => (
          <ListItem key={id}>
            <div className="row">
              <div>
                <p>
                  <strong>{device}</strong> {isHere && <Tag tone="calm">This device</Tag>}
                </p>
                <p className="soft small">
                  Since <Time at={createdAt} zone={zone} />, last here <Time at={lastSeenAt} zone={zone} show="time" />
                </p>
              </div>
              {!isHere && (
                <Form action={endSignInAction} submit="Sign out there" tone="quiet" className="push">
                  <Hidden name="signInId" value={id} />
                </Form>
              )}
            </div>
          </ListItem>
        ))}
      </List>
      <ConfirmButton
        label="Sign out everywhere"
        title="Sign out on every device?"
        text="This device too. You sign in again with your password. If you think that somebody knows it, change it first."
        confirm="Sign out everywhere"
        action={signOutEverywhereAction}
      />
    </Card>
  );
}
