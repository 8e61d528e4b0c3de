import { Checkbox, CheckboxGroup, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { invitationHints, openings } from "@/lib/companions/words/invitation/rules";
import { formatDay, formatTime } from "@/lib/core/clock";
import { WelcomeField } from "./welcome-field";

type Bounds = {
  relationship: string;
  welcome: string;
  scope: "course" | "sessions";
  sessionIds: string[];
  showsIntention: boolean;
  unsent: "drawer" | "discard";
};
type Props = {
  sessions: { id: string; startsAt: Date }[];
  zone: string;
  bounds?: Bounds;
  name?: string;
  /** Between the name and who they are: the address, when somebody is invited. */
  children?: React.ReactNode;
};

/** Who somebody is to the patient, and what they may see. */
export function BoundsFields({ sessions, zone, bounds, name, children }: Props) {
  const options = sessions.map(({ id, startsAt }) => ({
    value: id,
    label: `${formatDay(startsAt, zone)}, ${formatTime(startsAt, zone)}`,
  }));
  return (
    <>
      <Field
        name="name"
        label="What do you call them?"
        autoComplete="off"
        width="medium"
        defaultValue={name}
        required
      />
      {children}
      <Field
        name="relationship"
        label="Who are they to you?"
        hint="In your own words: my partner, my oldest friend, the one who listens."
        list="relationship-words"
        optional
        defaultValue={bounds?.relationship}
      />
      <WelcomeField openings={openings} hints={invitationHints} welcome={bounds?.welcome} />
      <div className="group grid gap-5">
        <RadioGroup
          name="scope"
          legend="Which sessions may they know of?"
          hint="They see the day, the time and the place."
          options={[
            { value: "course", label: "All sessions from now on", hint: "Also those that are planned later." },
            { value: "sessions", label: "Only the sessions I choose", disabled: options.length === 0 },
          ]}
          defaultValue={bounds?.scope ?? (options.length > 0 ? "sessions" : "course")}
        />
        {options.length > 0 && (
          <div className="hidden pl-9 group-has-[[value=sessions]:checked]:block">
            <CheckboxGroup
              name="sessionIds"
              legend="Choose sessions"
              options={options}
              defaultValues={bounds?.sessionIds}
            />
          </div>
        )}
      </div>
      <Checkbox
        name="showsIntention"
        label="They may read my intention"
        hint="The one for a session that they know of."
        defaultChecked={bounds?.showsIntention}
      />
      <RadioGroup
        name="unsent"
        legend="When their access ends, what becomes of words that were not sent yet?"
        hint="Without a network, what they write down for you waits on their phone."
        options={[
          { value: "drawer", label: "They come to a drawer that only I can open" },
          { value: "discard", label: "They are thrown away" },
        ]}
        defaultValue={bounds?.unsent ?? "drawer"}
      />
    </>
  );
}
