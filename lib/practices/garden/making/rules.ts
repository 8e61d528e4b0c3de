import type { Practice } from "@/lib/practices/rules";

export const making: Practice[] = [
  {
    slug: "making-drawing",
    family: "making",
    title: "Drawing",
    why: "A line can show what is hard to say. Nobody needs to explain it, not even you.",
    steps: [
      "Take paper and anything that makes a mark, or open the sketch pad.",
      "Look at the empty page and wait for a shape or a colour.",
      "Let your hand lead, large or small.",
      "If nothing comes, fill the page with slow lines or loops.",
      "Stop when your hand is done. A date is useful, and a title is up to you.",
    ],
    short: "Draw one line without lifting the pen, for as long as it wants to go on.",
    longer:
      "Take twenty to thirty minutes. Draw how it was, how it is and what you would like, on one page or on several.",
    gentle: "Lie back, rest the pad on a pillow and doodle. To say aloud what you would draw counts as well.",
    tooMuch:
      "Turn the page over and draw something dull and near, such as your cup. Feel the pencil, the paper, your elbow on the table. Put the picture in a drawer. You can bring it to your therapist, folded.",
    helps: ["activated", "settled"],
  },
  {
    slug: "making-humming",
    family: "making",
    title: "Humming",
    why: "A hum makes the breath out long without any effort, and you can feel it buzz. It is company of your own making.",
    steps: [
      "Sit or lie with your jaw loose and your lips lightly closed.",
      "Breathe in as usual, and hum on the way out, as low as is easy.",
      "Feel where it buzzes: lips, chest, the bones of your face.",
      "Let the next breath come by itself before you hum again.",
      "Try another note, or a tune you like. Stop if you feel dizzy.",
    ],
    short: "Hum one easy note a few times, with an ordinary breath between. Notice the quiet after it.",
    longer: "Hum along with slow music for fifteen minutes, with rests. Singing with others is good too.",
    gentle: "Lie on your side and hum so softly that nobody else could hear it.",
    tooMuch:
      "Let the sound go and take a sip of water. Look at the far end of the room and press your back into the chair. If tears come, they can simply run. Call someone if you want to be heard.",
    helps: ["activated", "shutDown"],
  },
  {
    slug: "making-listening",
    family: "making",
    title: "Listening to music",
    why: "The right piece can carry a feeling or keep it company. It can also open a door again, so choose with care.",
    steps: [
      "Choose one piece. Music without words leaves more room.",
      "On the day of a dose, let it be something light. Music from the session can wait for a steady day.",
      "Sit or lie down, and start with the sound turned low.",
      "Follow one instrument, or notice where in your body you hear it.",
      "Turn it down, change it or stop at any moment. Then stay a little in the quiet.",
    ],
    short: "Hear one short piece from beginning to end, with nothing else to do.",
    longer: "Listen for twenty to forty minutes under a blanket. Begin with a piece you know and end with a calm one.",
    gentle:
      "Lie down and let something soft play from across the room. If sound is too much, remember a piece instead.",
    tooMuch:
      "Turn it off, or change to something light that you know well. Sit up, open your eyes and touch the floor with hands or feet. Then tell someone which place in the music it was.",
    helps: ["settled", "shutDown"],
  },
  {
    slug: "making-painting",
    family: "making",
    title: "Painting",
    why: "Colour carries mood without words. Wet paint goes where it likes, and that can be a relief.",
    steps: [
      "Cover the table, wear old clothes and fetch water and a few colours.",
      "Choose a colour that draws you today, and one that does not.",
      "Put them on the paper with a brush, a sponge or your fingers.",
      "Watch them run, mix or keep apart. It need not look like anything.",
      "Stop whenever you like, and let it dry without judging it.",
    ],
    short: "Put one colour on wet paper and watch where it goes.",
    longer: "Take thirty to forty minutes. Paint in layers, with pauses to look, perhaps to music.",
    gentle:
      "Paint something the size of a stamp, propped up in bed. Or look through colours and pick the one that is today’s.",
    tooMuch:
      "Put the brush in the water and step back until the picture is small. Wash your hands slowly in cool water. Cover the picture with clean paper. It can wait until someone looks at it with you.",
    helps: ["settled"],
  },
  {
    slug: "making-sculpting",
    family: "making",
    title: "Sculpting in clay or dough",
    why: "Clay, dough or sand gives the hands weight and something to push against. Many people find that calming.",
    steps: [
      "Take clay, dough, sand or foil. Leave knives and kilns for a day when you are rested.",
      "Hold it until it has taken on your warmth.",
      "Press, roll, pull and smooth, with no plan.",
      "If a form turns up, follow it. If not, go on pressing.",
      "Keep it, or fold it back into a ball. Stop when your hands have had enough.",
    ],
    short: "Roll a small ball between your palms, then press your thumb into it.",
    longer: "Take thirty minutes to make something that fits in your hand: a bowl, a creature, a shape without a name.",
    gentle: "Lie down and squeeze soft dough or a rolled sock. With sore hands, stroke a smooth stone.",
    tooMuch:
      "Press the clay flat and let it be a lump again. Push both palms on the table and feel it push back. Wash your hands and name the room you are in. Then go where somebody is, or call.",
    helps: ["activated", "settled"],
  },
  {
    slug: "making-collage",
    family: "making",
    title: "A collage of found pictures",
    why: "Pictures that others made can say something for you. Choosing is the whole art.",
    steps: [
      "Gather old papers, cards, leaves or cloth.",
      "Choose what draws you, without asking why.",
      "Tear the pieces, or cut them when you are rested, and move them about.",
      "Glue them when they have found their places, or take a photo and put them away.",
      "Stop with gaps, if there are gaps. No one will ask what it means.",
    ],
    short: "Choose one picture that suits today, and put it where you will see it.",
    longer: "Take thirty to forty minutes. Make one side for what you are leaving and one for what is coming.",
    gentle: "Lie down, look through pictures and save a few. Glue can come another day, or never.",
    tooMuch:
      "Turn the pictures face down. Sort something plain instead, such as coins or buttons by colour. If one picture stays with you, look hard at the real things in the room, and tell someone about it.",
    helps: ["settled"],
  },
  {
    slug: "making-playing-music",
    family: "making",
    title: "Playing music",
    why: "Playing gives a feeling its beat and its tone. Wrong notes are welcome.",
    steps: [
      "Take any instrument: a drum, a string, a table top, keys on the phone.",
      "Find one sound you like, and repeat it.",
      "Change one thing: louder, softer, slower.",
      "Play how today feels, then how you would like it to feel.",
      "End on any note. Stop when your hands or ears grow tired.",
    ],
    short: "Tap a slow beat on your knees, and let it fade out as gently as you can.",
    longer: "Take twenty to thirty minutes with a piece you know, or play with others. Begin and end softly.",
    gentle: "Lie down and tap with one finger, or ring a small bell and listen until you no longer hear it.",
    tooMuch:
      "Stop, and let the sound die away. Lay your hands flat on something firm and listen to an ordinary noise, such as the street. Leave the instrument for today, and tell someone what it stirred if you like.",
    helps: ["settled"],
  },
  {
    slug: "making-composing",
    family: "making",
    title: "Composing a tune",
    why: "A tune of your own can keep a mood the way a photograph keeps a face. It can be very short.",
    steps: [
      "Hum until a few notes stay with you.",
      "Repeat them, and change the end.",
      "Add words, a beat or a second voice, if you like.",
      "Record it on your phone or in the portal, so that it is not lost.",
      "Leave it rough. Stop when you have enough, even if that is two notes.",
    ],
    short: "Hum a few notes that sound like today, and record them once.",
    longer: "Take thirty minutes to build a small piece: a start, something that changes, a way home.",
    gentle: "Lie down and let a known tune go through your head. Change one note in it, and leave it there.",
    tooMuch:
      "Let the last note fade and do not play it back. Look up and find the corners of the room. Put on a light piece by someone else, or let it be quiet. The recording can wait until you have company.",
    helps: ["settled"],
  },
];
