import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { agreeNameAction } from "./actions";

/** A companion who left asks that their name goes too. The patient may agree, now or later, or never. */
export function AskedName({ grant: { id, companionName: name } }: { grant: { id: string; companionName: string } }) {
  return (
    <Card title={`${name} asks something of you`}>
      <p>
        {name} has ended their role as your companion, and asks that their name no longer stands on your pages. If you
        agree, it says “A former companion” there from now on, for good. What {name} handed over to you stays yours.
      </p>
      <p className="soft">There is no need to decide now. Until you agree, nothing changes.</p>
      <Form
        action={agreeNameAction}
        submit="Yes, let the name go"
        tone="quiet"
        beside={
          <Button variant="plain" href="/my/companions">
            Not now
          </Button>
        }
      >
        <Hidden name="grantId" value={id} />
      </Form>
    </Card>
  );
}
