import type { Practice } from "@/lib/practices/rules";

export const body: Practice[] = [
  {
    slug: "body-stretching",
    family: "body",
    title: "Stretching",
    why: "Neck, jaw and hips often hold on to tension. A slow stretch lets those places know that they may soften.",
    steps: [
      "Sit, stand or lie where your arms have room.",
      "Reach up with one arm and feel that side grow long. Then the other.",
      "Let one ear sink towards its shoulder, without pulling. Change sides.",
      "Roll your shoulders, open and close your hands, and circle your feet.",
      "Yawn or sigh if it comes. Ease off before anything hurts, and stop when you have had enough.",
    ],
    short:
      "Stretch like a cat after sleep: arms, back, legs, fingers, toes. Then notice what has changed, if anything.",
    longer:
      "Take fifteen to twenty minutes, from the neck down to the feet. Stay in each stretch for a few easy breaths.",
    gentle: "Stay in bed and stretch what wants to be stretched. Long fingers, long toes and a wide yawn are plenty.",
    tooMuch:
      "Let go of the stretch and hug a pillow or your own arms. Feel the chair or the bed carry you. If tears come, let them pass at their own pace, or call someone to sit with you.",
    helps: ["activated", "shutDown"],
  },
  {
    slug: "body-walking",
    family: "body",
    title: "Walking",
    why: "Steady steps give a busy head a simple beat. Many people find that their thoughts sort themselves on the way.",
    steps: [
      "Put on shoes that hold you well and take your phone. When unsteady, and on the day of a dose, go with someone.",
      "Start slower than usual. Feel heel, sole and toes, or the turn of the wheels.",
      "Let your eyes wander over what is near and what is far.",
      "When thoughts pull you away, come back with the next step.",
      "Turn round while you still have strength for the way home. Sit down or stop whenever you wish.",
    ],
    short: "Go once round the house, the garden or the block. Look for one colour on the way.",
    longer:
      "Take twenty to forty minutes on a path you know, with a bench along it. Walk part of it without earphones.",
    gentle:
      "Walk through your rooms with a hand on the wall. Lying down, press one foot after the other into the mattress.",
    tooMuch:
      "Stop and lean on something solid: a wall, a tree, a fence. Say where you are and what day it is. Go home the shortest way, and call someone so that a voice comes with you.",
    helps: ["activated", "settled", "shutDown"],
  },
  {
    slug: "body-breath-pacing",
    family: "body",
    title: "Breathing out slowly",
    why: "A long, easy breath out is a simple way to invite the body to slow down. Many people notice it within minutes.",
    steps: [
      "Sit or lie so that your belly has room.",
      "Breathe in quietly, as much as is comfortable.",
      "Breathe out a little longer than in, as if you were cooling soup.",
      "Let the next breath come by itself. Nothing is held and nothing is forced.",
      "If you feel dizzy or short of air, stop and breathe as you usually do.",
    ],
    short: "Follow the pacer with a hand on your belly. Leave it as soon as you have had enough.",
    longer: "Stay for fifteen minutes, and let ordinary breathing have its turn in between.",
    gentle:
      "Lie on your side with a pillow in your arms. Sigh softly now and then, and let all other breaths be as they are.",
    tooMuch:
      "Let go of the rhythm. For some people, watching the breath brings more unease. Look at something far away, through a window if you can, and feel your feet. Humming or walking may suit you better today.",
    tool: "pacer",
    helps: ["activated", "settled"],
  },
  {
    slug: "body-scan",
    family: "body",
    title: "Body scan",
    why: "Going through the body bit by bit shows where it is tense and where it is at ease. Nothing has to change.",
    steps: [
      "Lie or sit so that you are held. Eyes open or closed, as you like. You can stop at any line.",
      "Feel where your body touches the bed, the floor or the chair. Let it carry you.",
      "Notice your feet. Warm, cool, tingling or nothing at all: each is fine.",
      "Move up to your lower legs and your knees. Leave them just as they are.",
      "Notice your thighs and hips, and how heavy or light they are.",
      "Come to your belly. Let it be soft. Let the breath move it as it wants.",
      "Notice your back, from low down up to the shoulder blades. Feel what holds it.",
      "Come to your chest. If this place is too much, go straight on to your hands.",
      "Notice your hands: the palms, the fingers, the air around them.",
      "Let your arms and shoulders rest. There is nothing to carry for now.",
      "Notice your neck, your jaw and the skin round your eyes. Let your tongue be at ease.",
      "Feel all of you at once, here. Then move your fingers and toes, and look round the room.",
    ],
    short: "Feet, belly, hands, face: stay one slow breath with each. Then look round the room.",
    longer: "Take twenty to thirty minutes and make the places smaller: each toe, each finger, left and right.",
    gentle:
      "Lie down and choose one place that feels fine, such as an earlobe. Stay there. Leave the sore places in peace.",
    tooMuch:
      "Open your eyes and sit up. Press your feet down and name five things you can see, aloud if you can. Hold something cool or rough. Next time, keep your eyes open, or choose something else.",
    tool: "bodyScan",
    helps: ["settled"],
  },
  {
    slug: "body-shaking",
    family: "body",
    title: "Shaking out",
    why: "Many animals shake after a fright. Loose shaking can let some of the tension out that sitting still keeps in.",
    steps: [
      "Stand with soft knees near something you can hold. When dizzy, or on the day of a dose, sit and move your hands alone.",
      "Start with your hands, as if you were shaking off water.",
      "Let it spread to your arms and shoulders. Bounce a little in the knees if that feels good.",
      "Keep it small and loose, with your neck at ease and your breath free.",
      "Slow down, stop, and feel the ground under you. You can do that at any moment.",
    ],
    short: "Shake your hands, then one leg, then the other. Rest, and feel the tingling fade.",
    longer: "Shake and rest by turns for fifteen minutes, perhaps to a drum. Make the rests as long as the shaking.",
    gentle:
      "Lie down and let your feet wobble from side to side, or wiggle your fingers. Leave out every joint that hurts.",
    tooMuch:
      "Stop and press your palms together, or push against a wall. Rest your eyes on one thing that does not move. Sit down and wrap up warm. If trembling goes on and worries you, call your clinic.",
    helps: ["activated"],
  },
  {
    slug: "body-tai-chi",
    family: "body",
    title: "Tai chi, slowly",
    why: "Slow, round movements give a restless mind something simple to follow. You need not know any forms.",
    steps: [
      "Stand with your feet apart and your knees soft, a chair within reach. On the day of a dose, sit.",
      "Let your weight move slowly into one foot, then into the other.",
      "Raise your arms as if they floated on water, and let them sink again.",
      "Join the two: lean to one side and float up, lean to the other and sink.",
      "Rest or stop whenever you like, and feel the ground for a moment.",
    ],
    short: "Sway from one foot to the other with loose arms. Let each sway be a little slower than the last.",
    longer:
      "Stay with it for fifteen to twenty minutes, or follow a beginners’ class. Leave out what strains your knees or back.",
    gentle: "Sit or lie down and move your hands alone. Let them rise and sink as though the air were thick and warm.",
    tooMuch:
      "Stand still, or sit, with a hand on the back of the chair. Look slowly round the room and let your eyes rest on one solid thing. Leave the rest for another day.",
    helps: ["settled", "shutDown"],
  },
  {
    slug: "body-yoga",
    family: "body",
    title: "Slow yoga",
    why: "Slow shapes and an easy breath give the body time to be felt. Many people find that feelings move more freely then.",
    steps: [
      "Lay out a mat or a towel near a wall or a sturdy chair. On the day of a dose, do only the lying part.",
      "Begin on hands and knees, or on the chair. Round your back slowly, then let it grow long again.",
      "Lean forward on your arms and rest. With high blood pressure or eye pressure, keep your head above your heart.",
      "Lie on your back and let your knees sink to one side, then to the other.",
      "Go as far as feels kind, and let your breath come and go freely.",
      "Stop at any point and lie still for a moment under a blanket.",
    ],
    short: "Sit on a chair. Round and lengthen your back, turn gently to each side, then rest your hands in your lap.",
    longer:
      "Take twenty to thirty minutes with a few shapes you like. Stay a few slow breaths in each, and finish lying down.",
    gentle: "Lie in bed. Bend one knee, then the other. Let your arms fall open, with pillows under whatever aches.",
    tooMuch:
      "Come out of the shape slowly and sit with your back against a wall. Open your eyes, press your feet into the floor and name what you see. You can end here.",
    helps: ["settled"],
  },
  {
    slug: "body-free-dance",
    family: "body",
    title: "Dancing as you like",
    why: "A dance lets the body say something without words. There are no steps to get right, and nobody is watching.",
    steps: [
      "Choose a song and clear the floor around you. On the day of a dose, dance sitting down.",
      "Begin with one part: a hand, a shoulder, a hip.",
      "Let the movement grow, or stay small. Open eyes help you keep your balance.",
      "Stop in the middle of the song if you wish.",
      "When it ends, sit and feel your heart and your breath come back.",
    ],
    short: "Put on one song, close the door, and dance as small or as large as you like.",
    longer:
      "Take twenty to thirty minutes: slow, livelier, slow again. With high blood pressure, ask your clinic about the lively part.",
    gentle: "Lie down and let your fingers dance, or your eyes. The music does the rest.",
    tooMuch:
      "Turn the music off. Stand with your back to a wall and feel it hold you. Say your name and where you are. Sit until your heart is quiet, and call someone if a voice would help.",
    helps: ["settled", "shutDown"],
  },
  {
    slug: "body-somatic-tracking",
    family: "body",
    title: "Following a sensation",
    why: "A tight chest or an uneasy gut can be a signal. Watched kindly, it may shift. Some call this somatic tracking.",
    steps: [
      "New or strong chest pain, or trouble breathing, is not for practice. Call for medical help at once.",
      "Look round. Then find a place in your body that feels fine or neutral. This is your base.",
      "Notice the tight or uneasy place from a little way off: perhaps chest, throat or gut.",
      "Describe it: its size and edges, warm or cool, still or moving. Leave the reasons aside.",
      "Go back to your base for a few breaths. Move between the two as you like.",
      "End at your base. You can stop there at any time.",
    ],
    short:
      "Give one sensation a few plain words, such as tight, warm or buzzing. Then rest your attention in your hands.",
    longer: "Take fifteen minutes between the uneasy place and your base. Then draw how it changed, if it did.",
    gentle:
      "Lie down with a warm hand on your belly. Visit the pleasant and neutral places, and let pain stay in the background.",
    tooMuch:
      "Leave that place and turn outward. Rub your hands, feel your feet and say aloud which colours you see. If it keeps rising, walk a few steps or call someone.",
    helps: ["settled"],
  },
  {
    slug: "body-exercise",
    family: "body",
    title: "Exercise that suits you",
    why: "Moving until you feel warm can brighten a day. Many people sleep better for it, and any amount counts.",
    steps: [
      "On the day of a dose, rest instead. With high blood pressure, heart trouble or a new illness, ask your clinic first.",
      "Pick something you like, or once liked: cycling, a ball, light weights, a swim with others.",
      "Begin slowly and keep a pace at which you could talk.",
      "Stop at pain, dizziness or a tight chest. If it does not pass quickly, get medical help.",
      "Slow down before the end, sit, and drink some water.",
    ],
    short: "March on the spot, climb a few stairs or lift two full bottles. Stop while it still feels good.",
    longer: "Take twenty to forty minutes at an easy pace. Going with someone can make it easier to begin.",
    gentle:
      "Lie down, tense your legs softly and let go. If effort makes you ill for days, rest is the wiser exercise.",
    tooMuch:
      "Slow to a stroll, then sit. A fast heart can feel like fear. Look around, feel the seat and let your breath settle by itself. If you feel faint or your chest hurts, call for medical help.",
  },
];
