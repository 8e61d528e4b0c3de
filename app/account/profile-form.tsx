import { Facts } from "@/components/ui/facts";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { findProfile } from "@/lib/accounts/profile/queries";
import { timeZones } from "@/lib/clinic/rules";
import type { Actor } from "@/lib/core/actor";
import { editProfileAction } from "./actions";

type Props = { actor: Actor; profile: Awaited<ReturnType<typeof findProfile>> };

export function ProfileForm({ actor, profile }: Props) {
  const isStaff = actor.role === "admin" || actor.role === "therapist";
  const signs = actor.role === "therapist";
  return (
    <Form action={editProfileAction} submit="Keep these details">
      <Hidden name="version" value={profile.version} />
      {signs && <Signature name={profile.name} credentials={profile.credentials} />}
      {signs ? (
        <Hidden name="name" value={profile.name} />
      ) : (
        <Field
          name="name"
          label={isStaff ? "Your name" : "What should we call you?"}
          hint="This is the name that others here see."
          defaultValue={profile.name}
          autoComplete="nickname"
          required
        />
      )}
      {!isStaff && (
        <Field
          name="fullName"
          label="Your full name"
          hint="For your care team and the clinic's office."
          defaultValue={profile.contact?.fullName}
          autoComplete="name"
          optional
        />
      )}
      <Field name="pronouns" label="Pronouns" defaultValue={profile.pronouns} width="medium" optional />
      <Field
        name="timeZone"
        label="Your time zone"
        hint="Times are shown in it."
        as="select"
        options={timeZones()}
        defaultValue={profile.timeZone}
      />
    </Form>
  );
}

const Signature = ({ name, credentials }: { name: string; credentials: string }) => (
  <div className="stack gap-2">
    <Facts
      items={[
        { label: "Name", value: name },
        { label: "Credentials", value: credentials || "None yet" },
      ]}
    />
    <p className="small soft">They stand under what you sign. Your clinic sets them.</p>
  </div>
);
