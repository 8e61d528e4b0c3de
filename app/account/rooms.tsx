import { Card } from "@/components/ui/card";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Room } from "@/lib/accounts/signIns/queries";
import { switchRoomAction } from "./actions";

const asWords = {
  admin: "as an admin",
  therapist: "as a therapist",
  patient: "as a patient",
  companion: "as a companion",
};

export function Rooms({ rooms }: { rooms: Room[] }) {
  return (
    <Card title="Your other rooms">
      <p className="soft">The same sign-in opens them. What is in one is not seen from another.</p>
      {rooms.map(({ personId, role, clinicName }) => (
        <Form key={personId} action={switchRoomAction} submit={`Go to ${clinicName}, ${asWords[role]}`} tone="quiet">
          <Hidden name="personId" value={personId} />
        </Form>
      ))}
    </Card>
  );
}
