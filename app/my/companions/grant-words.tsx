import { Tag, type Tone } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { GrantListed } from "@/lib/companions/grants/queries";
import { type GrantState, grantStateWords } from "@/lib/companions/grants/rules";

const tones: Record<GrantState, Tone> = {
  invited: "gold",
  unanswered: "plain",
  withdrawn: "plain",
  open: "share",
  paused: "gold",
  over: "plain",
  ended: "plain",
};

export const GrantTag = ({ state }: { state: GrantState }) => <Tag tone={tones[state]}>{grantStateWords[state]}</Tag>;

/** What a grant's state means for the patient, in a sentence. */
export function GrantSentence({ grant, zone }: { grant: GrantListed; zone: string }) {
  const { state, invitation, until, endedAt } = grant;
  const day = (at: Date) => <Time at={at} zone={zone} show="day" />;
  if (state === "invited" && invitation) return <>The link in their letter works until {day(invitation.expiresAt)}.</>;
  if (state === "unanswered") return <>They did not answer in time. You can send the invitation again.</>;
  if (state === "withdrawn") return <>The invitation was taken back.</>;
  if (state === "paused") return <>Your clinic has paused this access. They can tell you more.</>;
  if (state === "ended" && endedAt) return <>This access ended on {day(endedAt)}.</>;
  if (!until) return <>Has access to each session until some days after it.</>;
  return state === "over" ? <>Access ended by itself on {day(until)}.</> : <>Has access until {day(until)}.</>;
}

/** "All sessions, with your intention" or "2 sessions, without your intention". */
export function boundsWords({ scope, sessions, showsIntention }: GrantListed): string {
  const count = sessions.length === 1 ? "1 session" : `${sessions.length} sessions`;
  return `${scope === "course" ? "All sessions" : count}, ${showsIntention ? "with" : "without"} your intention`;
}
