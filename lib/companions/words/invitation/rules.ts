/** Ways to begin an invitation. The patient takes one and makes it their own. */
export const openings: { key: string; title: string; text: string }[] = [
  {
    key: "plain",
    title: "Short and plain",
    text: "I have a session at my clinic, and I would like somebody I trust to be there. I thought of you. Would you come and sit with me? A no is fine too.",
  },
  {
    key: "why",
    title: "Why I ask you",
    text: "With you I can be quiet, and I can be a mess. That is why I ask you. I would like you to be near while I am at a session, and to listen afterwards. Take your time, and say no if it does not suit you.",
  },
  {
    key: "what",
    title: "What I would like from you",
    text: "Would you be with me at a session? You would sit there, write down what I say, and come home with me. You do not need to know anything, and you do not need to help. It helps that it is you. Please be free to say no.",
  },
];

export const invitationHints = [
  "Say why you thought of this person, if you like.",
  "Say what you wish for, and what you would rather not have.",
  "Make it easy to say no.",
  "What you would rather tell them in person can stay out.",
  "They read this on the page behind the link. The e-mail itself says nothing of it.",
];
