import { Tag, type Tone } from "@/components/ui/tag";
import { type SessionState, stateWords } from "@/lib/sessions/rules";

const tones: Partial<Record<SessionState, Tone>> = { checkedIn: "gold", inProgress: "share", completed: "calm" };

export const StateTag = ({ state }: { state: SessionState }) => (
  <Tag tone={tones[state] ?? "plain"}>{stateWords(state)}</Tag>
);
