/** The few words on the quiet screen. Those that end in "at" or "since" are followed by a time, `waiting` by a number. */
export const roomWords = {
  theySaid: "They said",
  theirWords: "Their words, as they come",
  reminder: "Their words, just as they come. No meaning needed.",
  timeKept: "The time is kept from your first letter.",
  keep: "Keep",
  lookedIn: "Looked in",
  lookedInAt: "Looked in at",
  timeToLookIn: "A good time to look in. A glance is enough.",
  callStaff: "Call the staff",
  onTheWaySince: "On the way since",
  staffKnow: "The staff know",
  callWaits: "The call is not out yet. Go to the door and fetch somebody now.",
  agreement: "Agreement",
  back: "Back to the room",
  leave: "Leave the room",
  screenStays: "The screen stays on while you are here.",
  screenMayDim: "This screen may go dark by itself. A tap brings it back.",
};

export const offlineWords = {
  kept: "Kept here. It is sent when the connection is back.",
  waiting: "Saved, waiting for network:",
  sent: "Everything is sent.",
};

export const endedWords = "Your access has ended. Thank you for being there.";
