import type { Practice } from "@/lib/practices/rules";

export const writing: Practice[] = [
  {
    slug: "writing-journaling",
    family: "writing",
    title: "Journaling with a question",
    why: "A question gives the page a beginning. Many people find out what they think while they are writing it.",
    steps: [
      "Choose one question. What surprised me? What feels different? What stands out most?",
      "Write whatever comes, in any order. Spelling and sense can wait.",
      "If nothing comes, write that, and then what the room sounds like.",
      "Look for one small thing you could do today because of it.",
      "Keep the hardest memories for a time with your therapist.",
      "Stop in the middle of a sentence if you like. The page is yours alone unless you share it.",
    ],
    short: "Answer one question in one sentence, then close the page.",
    longer:
      "Take twenty minutes with a few questions. How do I feel in body, heart and spirit? Which old pattern came up? What did I learn?",
    gentle: "Lie down and speak a few words into the recorder, or write one word. Either is a full entry.",
    tooMuch:
      "Put the pen down, even in mid-word. Look up, find five things that are blue or green, and put both feet on the floor. Close the page. It keeps until you sit with your therapist.",
    helps: ["settled"],
  },
  {
    slug: "writing-loose-words",
    family: "writing",
    title: "Loose words",
    why: "Sentences are sometimes far away. Single words can be enough to mark the spot.",
    steps: [
      "Take a scrap of paper, or open a fragment in the journal.",
      "Put down what is there: a word, a sound, a colour.",
      "Place the words anywhere, at any angle.",
      "Circle the one you want to keep, or none.",
      "Stop as soon as you have one. One word is a page.",
    ],
    short: "Write one word for how it is right now. If none comes, choose a colour.",
    longer:
      "Gather words on one sheet through the day. In the evening, spend fifteen minutes joining some of them with lines.",
    gentle: "Lie down and think of a word, or let someone else write it down for you.",
    tooMuch:
      "Turn the paper over. Run a finger along its edge, then along the edge of the table. Say a few dull words: cup, door, sock. If you can, ask someone to sit with you.",
    helps: ["settled", "shutDown"],
  },
  {
    slug: "writing-good-things",
    family: "writing",
    title: "Small good things",
    why: "The mind keeps hard things ready and lets small good ones slip. Written down, they stand beside what is hard, not in its place.",
    steps: [
      "Think back over the day, or over the last hour.",
      "Find something small that was all right: warm socks, a voice, light on a wall.",
      "Write it with one detail, so that you could find it again.",
      "Stay with it for a breath. Add another if you like.",
      "If nothing comes, stop and close the page. That is an honest answer.",
    ],
    short: "Write down one thing that was all right today, as small as you like.",
    longer:
      "Take fifteen minutes with one good moment: where, who, what your body felt. Perhaps send someone your thanks.",
    gentle: "Lying down, name one thing that is comfortable right now: a pillow, a cool patch, the quiet.",
    tooMuch:
      "Good things can hurt when much is missing. Put the pen down, lay a hand where it aches and look at something plain. You need not be thankful for anything today. Tell someone how it really is.",
    helps: ["settled"],
  },
  {
    slug: "writing-dream-notes",
    family: "writing",
    title: "Dream notes",
    why: "Dreams can be vivid after a session, and gone by breakfast. A few notes keep them. Nothing needs to be read into them.",
    steps: [
      "Keep paper or the recorder within reach of the bed.",
      "On waking, lie still for a moment and let the dream come back by itself.",
      "Note a few words: place, people, colour, mood.",
      "Give it a title, and leave its meaning open.",
      "After a frightening dream, note the title alone or nothing. Stop, sit up and put on a light.",
    ],
    short: "Write down a title for the dream and how you felt on waking.",
    longer:
      "Later in the day, take fifteen minutes to write or draw it in full. Look for what you know from earlier dreams.",
    gentle: "Stay lying down and whisper a few words to the recorder. Falling asleep again is fine.",
    tooMuch:
      "Put on a light, sit up and say: that was a dream, and I am in my room. Touch the wall, drink some water and leave the dream unwritten. If bad dreams keep coming, tell your therapist.",
    helps: ["settled"],
  },
  {
    slug: "writing-poem",
    family: "writing",
    title: "A poem, or a few lines",
    why: "A poem can hold an image without explaining it. It needs no rhyme and no reader.",
    steps: [
      "Pick one image that stayed with you: a colour, an animal, a door.",
      "Write a few short lines, each with something to see, hear or touch.",
      "Break the lines where you take a breath.",
      "Read it aloud once, softly. Change one word, or none.",
      "Stop when it feels done, or leave it unfinished.",
    ],
    short: "Write one line that begins with “There was” and one that begins with “Now”.",
    longer: "Take twenty minutes and let one image lead to the next. Copy the lines you like on to a clean page.",
    gentle: "Collect words you like the sound of, one under the other. Lying down, say them instead of writing.",
    tooMuch:
      "Stop, and read something plain aloud, such as the label on a packet. Feel the paper and the table under your hand. Fold the poem away until you want it, or until someone is with you.",
    helps: ["settled"],
  },
  {
    slug: "writing-story",
    family: "writing",
    title: "Telling it as a story",
    why: "Told as a story, an experience gets a beginning, a middle and a next step. A little distance can help in looking at it.",
    steps: [
      "Give the person in the story a name, your own or another.",
      "Write where it starts: a place, a kind of light, a sound.",
      "Tell what came next, as real or as strange as it was.",
      "Walk past any scene you do not want to enter.",
      "Find an ending that is true for today. It may stay open, and you may stop long before it.",
    ],
    short: "Tell it in a few sentences: how it began, what changed, where it stands now.",
    longer:
      "Take thirty minutes and let one scene grow, with what could be seen, heard and touched. Read it through once.",
    gentle: "Lie down and tell it to the recorder, or to a pet. A title alone is enough for today.",
    tooMuch:
      "Leave the scene. Write “to be continued” and close the page. Stand up, look out of the window and describe what is really there. Your therapist can be the first to hear the rest.",
    helps: ["settled"],
  },
  {
    slug: "writing-letter",
    family: "writing",
    title: "A letter to a later self",
    why: "After a session you may know things that fade in daily life. A letter carries them to the person you will be.",
    steps: [
      "Choose when it may be opened: in a month, in a season, in a year.",
      "Begin with “Dear” and your name. Say where you are sitting and what the day is like.",
      "Write what you would like to remember, and what you hope for.",
      "Add something kind for a hard day. Promises are not needed.",
      "Choose its day, and the portal keeps it sealed until then.",
      "Stop whenever you like. Half a letter arrives too.",
    ],
    short: "Write a postcard: one thing you know today, and one kind wish.",
    longer: "Take thirty minutes. Write about what is ending, what is beginning and what you want to keep.",
    gentle: "Lie down and say the letter into the recorder. “I am thinking of you” is a whole letter.",
    tooMuch:
      "Leave the letter as it is. Come back to today: the date, the weather, what you last ate. If it is turning into a goodbye, or you think of ending your life, stop and use “I need help now”.",
    helps: ["settled"],
  },
];
