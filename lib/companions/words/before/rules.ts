/** Two minutes of reading before somebody is with a patient. */
export const beforeParts: { title: string; lines: string[] }[] = [
  {
    title: "What to expect",
    lines: [
      "They may lie still with their eyes closed. They may also talk, laugh, cry or move. All of this can happen, and it passes.",
      "They may feel far from their body and not hear you. Their words may make no sense yet. You do not need to answer.",
      "Some feel sick or dizzy. When they want to sit up or stand, let the staff help.",
      "Time can feel long. Eat before you come, and bring something quiet to do.",
      "The clinic's staff look after their health. That is not up to you.",
    ],
  },
  {
    title: "What helps",
    lines: [
      "Talk your agreement through before you come: touch, light, sound, phones, writing, whom to call, the way home.",
      "Sit where they can find you. Stay calm and speak little. Being there is the help.",
      "Touch only in the way the two of you agreed on before. A no in the room always counts.",
      "When they speak, write down what you agreed on, in their words, just as they come. The time is kept for you.",
      "If they seem afraid, say softly who you are and where you both are. Then call the staff.",
      "Afterwards: sips of water, a blanket, soft light, a slow way home. Listen more than you ask.",
      "No driving and no big decisions for them until they have slept for a night.",
      "Look after yourself as well. You may step out for a while. Tell the staff before you go.",
    ],
  },
  {
    title: "What to leave",
    lines: [
      "Leave out advice, and what you think it means. That is theirs to find.",
      "Let what comes be as it is. There is no need to wake them, cheer them up or calm them down.",
      "Give them nothing to eat, drink or take while they lie there. The staff see to that.",
      "Take no photos, record nothing, make no calls in the room.",
      "Tell nobody else what you saw or heard. If somebody may not be safe, tell the staff.",
      "Do not wait until you are sure. If anything worries you, call the staff. You can never call too early.",
    ],
  },
];
