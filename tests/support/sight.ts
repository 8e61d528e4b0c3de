import { gathered } from "./gathered";
import type { Who } from "./world";
import { companionShares, sharedCompanions, teamShares } from "./world-space";

const ongoing = ["runningSession", "dueSession"];

type Sight = Record<string, Partial<Record<Who, string[]>>>;

const known: Sight = {
  CareTeamMember: {
    patient: ["place", "endedPlace"],
    therapist: ["place", "endedPlace"],
    formerTherapist: ["endedPlace"],
    admin: ["place", "endedPlace"],
  },
  Course: { patient: ["course"], therapist: ["course"] },
  Session: {
    patient: [...ongoing, "session", "nextSession", "oldSession"],
    therapist: [...ongoing, "session", "nextSession", "oldSession"],
    admin: [...ongoing, "session", "nextSession", "oldSession"],
    companion: [...ongoing, "session", "nextSession"],
  },
  SessionChange: { therapist: ["change"] },
  Intention: {
    patient: ["sharedIntention", "ownIntention"],
    therapist: ["sharedIntention"],
    companion: ["sharedIntention"],
  },
  IntentionWording: { patient: ["sharedWording"], therapist: ["sharedWording"], companion: ["sharedWording"] },
  Goal: { patient: ["ownGoal", "sharedGoal"], therapist: ["sharedGoal"] },
  GoalAction: { patient: ["goalAction"], therapist: ["goalAction"] },
  Share: {
    patient: [
      "shareWithTeam",
      "shareTakenBack",
      "shareWith_companion",
      "shareWith_revokedCompanion",
      "shareWith_suspendedCompanion",
      "goalShare",
      "debriefShare",
      ...teamShares,
      ...companionShares.flatMap((name) => sharedCompanions.map((who) => `${name}_${who}`)),
      "takenBackEntryShare",
      "lineShare",
      "memoryShare",
    ],
    therapist: ["shareWithTeam", "goalShare", "debriefShare", "lineShare", "memoryShare", ...teamShares],
    companion: ["shareWith_companion", ...companionShares.map((name) => `${name}_companion`)],
  },
  ShareSeen: { patient: ["seen"], therapist: ["seen"] },
  Note: {
    patient: ["releasedNote"],
    therapist: ["draft", "releasedNote", "withheldNote"],
    formerTherapist: ["formerDraft"],
  },
  NoteAddendum: { patient: ["addendum"], therapist: ["addendum"] },
  NoteRelease: { patient: ["release"], therapist: ["release", "withholding"] },
  PsychotherapyNote: { therapist: ["privateNote"] },
  CompanionGrant: {
    patient: ["grant", "revokedGrant", "suspendedGrant", "expiredGrant"],
    therapist: ["grant", "revokedGrant", "suspendedGrant", "expiredGrant"],
    companion: ["grant"],
  },
  CompanionNote: {
    patient: ["handedDebrief", "sharedDebrief"],
    therapist: ["sharedDebrief"],
    companion: ["openDebrief"],
  },
  CompanionLine: { patient: ["handedLine", "sharedLine"], therapist: ["sharedLine"], companion: ["openLine"] },
  AuditEntry: { patient: ["openedRecord"], therapist: ["openedRecord"], admin: ["openedRecord"] },

  Entry: {
    patient: ["ownEntry", "sharedEntry", "companionEntry", "takenBackEntry", "putAwayEntry", "openLetter"],
    therapist: ["sharedEntry"],
    companion: ["companionEntry"],
  },
  EntryVersion: { patient: ["sharedVersion"] },
  Thread: {
    patient: ["thread", "sharedThread", "companionThread"],
    therapist: ["sharedThread"],
    companion: ["companionThread"],
  },
  ThreadPlace: {
    patient: ["threadPlace", "sharedThreadInSharedEntry", "sharedThreadInOwnEntry"],
    therapist: ["sharedThreadInSharedEntry"],
  },
  EntryLink: { patient: ["entryLink"] },
  Answer: { patient: ["answer", "oldAnswer"], therapist: ["answer"] },
  Media: {
    patient: [
      "ownMedia",
      "sharedMedia",
      "mediaOfSharedEntry",
      "mediaOfCompanionEntry",
      "mediaOfPutAwayEntry",
      "putAwayMedia",
    ],
    therapist: ["sharedMedia", "mediaOfSharedEntry"],
    companion: ["mediaOfCompanionEntry"],
  },
  OwnPractice: { patient: ["ownPractice", "plannedPractice"], therapist: ["plannedPractice"] },
  PracticeChoice: { patient: ["practiceChoice"] },
  Plan: { patient: ["plan"], therapist: ["plan"] },
  PlanItem: { patient: ["planItem"], therapist: ["planItem"] },
  PracticeLog: {
    patient: ["ownLog", "sharedLog", "companionLog", "removedLog"],
    therapist: ["sharedLog"],
    companion: ["companionLog"],
  },
  CheckIn: {
    patient: ["ownCheckIn", "sharedCheckIn", "companionCheckIn"],
    therapist: ["sharedCheckIn"],
    companion: ["companionCheckIn"],
  },
  StateCheck: { patient: ["stateCheck"] },
  Sensation: {
    patient: ["ownSensation", "sharedSensation", "companionSensation"],
    therapist: ["sharedSensation"],
    companion: ["companionSensation"],
  },
  Book: { patient: ["book"], otherPatient: ["otherBook"] },

  Agreement: {
    patient: ["agreement", "endedAgreement"],
    therapist: ["agreement", "endedAgreement"],
    companion: ["agreement"],
  },
  LookIn: { patient: ["lookIn", "formerLookIn"], therapist: ["lookIn", "formerLookIn"], companion: ["lookIn"] },
  StaffCall: { patient: ["staffCall"], therapist: ["staffCall"], companion: ["staffCall"] },
  Memory: { patient: ["ownMemory", "sharedMemory"], therapist: ["sharedMemory"] },
  Quote: { patient: ["sharedQuote"], therapist: ["ownQuote", "sharedQuote", "removedQuote"] },
  RecallItem: { patient: ["recallOwn", "recallShared", "recallKept"], therapist: ["recallShared"] },
  DrawerLine: { patient: ["drawerLine"] },
  Suspension: { therapist: ["suspension"] },
};

/**
 * Who sees which rows of one patient's record, in plain SQL as the application's role. Whoever is not named sees nothing. A file of a
 * kind in `tests/kinds` adds to it.
 */
export const sight: Sight = [known, ...(await gathered<Sight>("sight"))].reduce(together);

function together(all: Sight, more: Sight): Sight {
  const merged = { ...all };
  for (const [table, rows] of Object.entries(more)) {
    for (const [who, names] of Object.entries(rows) as [Who, string[]][]) {
      merged[table] = { ...merged[table], [who]: [...(merged[table]?.[who] ?? []), ...names] };
    }
  }
  return merged;
}
