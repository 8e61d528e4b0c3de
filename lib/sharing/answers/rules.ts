import type { ShareSubject } from "@/lib/sharing/rules";

/** Where a patient finds the thing that was answered. */
export function placeOf(subject: ShareSubject | null, subjectId: string): string {
  switch (subject) {
    case "entry":
      return `/my/journal/${subjectId}`;
    case "media":
      return `/my/making/${subjectId}`;
    case "goal":
      return `/my/goals/${subjectId}`;
    case "checkIn":
      return "/my/check-ins";
    case "sensation":
      return "/my/body";
    case "plan":
    case "practiceLog":
      return "/my/practices/plan";
    case "companionNote":
      return `/my/companions/notes/${subjectId}`;
    case "intention":
      return "/my/sessions";
    default:
      return "/my";
  }
}

/** What kind of thing is shared, in a word or two: the head of its card. */
export const subjectWords: Record<ShareSubject, string> = {
  intention: "An intention",
  goal: "A goal",
  companionNote: "A companion’s notes",
  entry: "From the journal",
  media: "Something made",
  checkIn: "A check-in",
  practiceLog: "A practice",
  sensation: "A sensation",
  plan: "The plan of practices",
  companionLine: "A companion’s line",
  memory: "A memory",
};
