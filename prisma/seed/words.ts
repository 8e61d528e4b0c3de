import type { DraftInput } from "@/lib/notes/schema";

type Text = Pick<DraftInput, "format" | "sections">;

/** What the demonstration's therapists wrote. Invented, like everybody in it. */
export const notes = {
  preparation: {
    format: "soap",
    sections: {
      subjective:
        "Comes home tense and does not want to be. Has read a good deal about the treatment, and asks what can go wrong.",
      objective: "Attentive, open, somewhat restless hands.",
      assessment: "Knows what to expect of the day. Has someone who can come along.",
      plan: "First dosing session in three days. To think about one sentence for it.",
    },
  },
  firstDose: {
    format: "soap",
    sections: {
      subjective:
        "Hopes to be less angry at home. Slept five hours, ate a light breakfast. Curious and somewhat tense before the start.",
      objective:
        "Lay with eyes covered for most of the time. Breathing calm. Spoke twice, briefly. Walked steadily to the car with their companion.",
      assessment: "A first session without difficulty. The picture of a heavy coat was named and left open.",
      plan: "Integration session in three days. Until then rest, and a few lines in a notebook if they come.",
    },
  },
  firstIntegration: {
    format: "kapIntegration",
    sections: {
      expressed:
        "Speaks of the coat as of something that had always been there. Surprised by how tired the shoulders were afterwards.",
      themes: "A heavy coat, wet. A stairwell.",
      shifts: "From “I am like that” to “I carry something”.",
      strategies: "Five minutes in the car before going in. A hand on the shoulder as a signal.",
      plan: "Second dosing session in two weeks.",
    },
  },
  secondDose: {
    format: "dap",
    sections: {
      data: "Came rested. The intention was read aloud at the start. Quiet during the session; afterwards spoke about the coat again.",
      assessment: "The image deepens and can be looked at from outside. No distress afterwards.",
      plan: "Integration on Thursday. Go on with the minutes in the car.",
    },
  },
  secondIntegration: {
    format: "kapIntegration",
    sections: {
      expressed: "Noticed the weight across the shoulders before it turned into irritation, twice this week.",
      themes: "The coat can be taken off indoors. The kitchen door of the old flat.",
      shifts: "From being quiet out of fear to being quiet by choice.",
      strategies: "Hang up the coat first, then say hello. Walk by the river on Sundays.",
      plan: "Third dosing session. Intention to be found in the days before.",
    },
  },
  thirdDose: {
    format: "kapIntegration",
    sections: {
      expressed: "Describes light coming through a door. Wept briefly, without distress.",
      themes: "The heavy coat returns (first in session 1). This time it is taken off and hung up.",
    },
  },
  mikaFirst: {
    format: "birp",
    sections: {
      behavior: "Attentive, many questions about the day itself. Brought a list.",
      intervention: "Went through the day step by step. Spoke about intention as a direction of attention.",
      response: "Visibly calmer at the end. Would like to think about who could come along.",
      plan: "First dosing session next week. Invite a companion if she wishes.",
    },
  },
  joLast: {
    format: "dap",
    sections: {
      data: "Looked back on the course together. Speaks of the loss in the past tense for the first time.",
      assessment: "What he hoped for is partly there: he can stay in the room.",
      plan: "No further dosing planned. He keeps his own practice, and calls when he wishes to.",
    },
  },
} satisfies Record<string, Text>;

export const privateThought =
  "I notice how much I want the coat to mean something. Let it stay a coat until Noor says otherwise. My own pull towards father stories is strong here.";
