type Part = { title: string; lines: string[] };

export const debriefIntro = [
  "You have three days to write. A few lines are enough, and you can come back to them.",
  "It is yours until you hand it over. Then it is theirs.",
];

/** What a companion may write about afterwards. The questions help to begin; none has to be answered. */
export const debriefPrompts: {
  key: "saw" | "said" | "seemed" | "moved";
  title: string;
  hint: string;
  questions: string[];
}[] = [
  {
    key: "saw",
    title: "What I saw",
    hint: "What happened, in the order it comes back to you. Leave out what you think it means.",
    questions: ["What came first, and what then?", "What did their face, their hands or their breath do?"],
  },
  {
    key: "said",
    title: "What they said",
    hint: "Their own words, just as they came. Half a sentence is enough.",
    questions: [
      "Which of their words do you still hear?",
      "What did they say when they came back, or on the way home?",
    ],
  },
  {
    key: "seemed",
    title: "How they seemed",
    hint: "In the room, and on the way home.",
    questions: ["How were they at the start, later on, and at the end?", "What did you see that made you think so?"],
  },
  {
    key: "moved",
    title: "What moved me",
    hint: "Your own side of it. They will read it, so you may also keep it to yourself.",
    questions: ["What stays with you from being there?", "Is there something kind that you want them to know?"],
  },
];

/** A page on listening without fixing. */
export const listening: Part[] = [
  {
    title: "You do not have to make it better",
    lines: [
      "They may want to talk today, next month or not at all. Let them choose the time. Being heard is a great deal.",
    ],
  },
  {
    title: "What you can say",
    lines: [
      "“I am here. Take your time.”",
      "“What was that like for you?”",
      "“Do you want to say more, or leave it there?”",
      "“I remember that you said …” Then use their words, not yours.",
      "“Do you want me to listen, or to tell you what I think?”",
    ],
  },
  {
    title: "What to leave unsaid",
    lines: [
      "“I know what that means.” It is theirs to find.",
      "“At least …”, “You need to …” or “The same thing happened to me.”",
      "“Why?” It can sound like blame. What and how are softer.",
      "“Are you better now?” Change can be slow, and no day has to prove anything.",
    ],
  },
  {
    title: "Silence",
    lines: [
      "Silence is part of talking. Wait for a few slow breaths before you fill it.",
      "You can walk, or wash the dishes together. Not every talk needs a table.",
      "If you spoke too soon, say so, and go on listening.",
    ],
  },
  {
    title: "When something hard comes up",
    lines: [
      "Old pain may come up, also about people you know. You do not have to decide what is true. “Thank you for telling me” is enough. Ask if they want to take it to their therapist.",
      "If you fear for somebody's safety, call for help. You may do that without asking.",
    ],
  },
  {
    title: "When it is too much for you",
    lines: [
      "You may say: “I care about you, and I need a break. Can we go on tomorrow?”",
      "Their story is not for others. How you are yourself, you may tell somebody you trust.",
      "Eat, sleep, go outside. You were there too.",
    ],
  },
];

export const rideHomeNotes = [
  "The staff say when you may leave. If they still feel unsteady or far away, ask to stay longer.",
  "If nobody can drive, tell the staff before you go.",
  "No driving and no important decisions until after a night's sleep.",
  "This list is there to lean on. Tick what you like.",
];

/** The way home, to tick. `key` is what is kept. */
export const rideHome: { title: string; items: { key: string; text: string }[] }[] = [
  {
    title: "Before you leave",
    items: [
      { key: "staff", text: "The staff have said that we may leave." },
      { key: "belongings", text: "Coat, phone, keys and glasses are with us." },
      { key: "papers", text: "The medicines and the written instructions are with us." },
      { key: "number", text: "I have the clinic's number for tonight." },
    ],
  },
  {
    title: "On the way",
    items: [
      { key: "driver", text: "They do not drive. Whoever drives is rested." },
      { key: "arm", text: "They have an arm to hold on to, and help with steps." },
      { key: "belt", text: "Seat belts are on. Water and a sick bag are in reach." },
      { key: "slow", text: "We go slowly and quietly, with no stops for shopping." },
    ],
  },
  {
    title: "At home",
    items: [
      { key: "settled", text: "They are home, sitting or lying down, with soft light." },
      { key: "floor", text: "The way to the bathroom is clear and lit." },
      { key: "food", text: "There is water, and something light to eat when they feel like it." },
      { key: "phone", text: "Their phone is charged and near. The door is as they want it." },
      { key: "stays", text: "We know who stays, and for how long." },
      { key: "sleep", text: "They will not drive or decide anything important until after a night's sleep." },
    ],
  },
];

export const nextDayIntro = [
  "You do not have to know what it is. Say what you see. Others will say what to do.",
  "A call that was not needed is a good call too.",
];

/** Whom to call about what in the first 24 hours. The clinic's own number is not among these words. */
export const nextDay: (Part & {
  key: "emergency" | "clinic" | "lifeline" | "ordinary";
  /** Said after the lines. */
  close: string;
  calls: { label: string; href: string }[];
})[] = [
  {
    key: "emergency",
    title: "Call 911 at once",
    lines: [
      "They cannot be woken.",
      "They have trouble breathing.",
      "They have chest pain.",
      "They have a seizure: the body goes stiff or jerks, and they do not answer.",
      "They are close to hurting themselves or somebody else.",
    ],
    close: "Say that they had ketamine, and when. Stay with them if that is safe for you. Then call the clinic.",
    calls: [{ label: "Call 911", href: "tel:911" }],
  },
  {
    key: "clinic",
    title: "Call the clinic",
    lines: [
      "They throw up again and again.",
      "They are confused, or things feel unreal, and it does not pass or it comes back.",
      "They had a fall, even a small one.",
      "They have a very bad headache, a pounding in the head, or blurred sight.",
      "It hurts to pass water, or they have strong pain low in the belly.",
      "Anything else worries you.",
    ],
    close: "If nobody answers, or it gets worse, call 911.",
    calls: [],
  },
  {
    key: "lifeline",
    title: "Call or text 988",
    lines: [
      "They think about ending their life, or wish they were dead.",
      "You are afraid for them and want to talk to somebody. You can call for yourself.",
    ],
    close: "It is free, by day and by night. If there is danger right now, call 911.",
    calls: [
      { label: "Call 988", href: "tel:988" },
      { label: "Text 988", href: "sms:988" },
    ],
  },
  {
    key: "ordinary",
    title: "Ordinary in the first day",
    lines: [
      "They are tired, or sleep more or less than usual.",
      "Their head feels light.",
      "They feel a little sick.",
      "They have odd dreams.",
      "They cry, or feel tender.",
    ],
    close: "Rest, water and company are good now. If it does not pass, or gets worse, call the clinic.",
    calls: [],
  },
];
