/** What can be reached without being signed in, and why. An action that is not here must ask who acts. */
export const openActions: Record<string, string> = {
  "app/(public)/forgot/actions.ts#askForResetAction": "asks for a letter; the answer is the same for every address",
  "app/(public)/invitation/[token]/actions.ts#acceptAsKnownAction":
    "the link of an invitation, and the account's password",
  "app/(public)/invitation/[token]/actions.ts#acceptAsNewAction": "the link of an invitation, used once",
  "app/(public)/reset/[token]/actions.ts#resetPasswordAction": "the link of a letter, used once",
  "app/(public)/setup/actions.ts#setUpClinicAction": "the code that the start command printed, in an empty database",
  "app/(public)/setup/actions.ts#setUpDemonstrationAction": "an empty database, and the code unless on this machine",
  "app/(public)/sign-in/actions.ts#signInAction": "address and password, throttled",
};

/** Verbs that no action and no route asks for by itself, and where they are done instead. */
export const doneElsewhere: Record<string, string> = {
  "book.bind": "a job, under the sign-in of whoever asked for the book",
  "lookIn.note": "comes with lines from the room",
  "staff.call": "comes with lines from the room",
  "companionNote.chooseWhom": "one of the choices on opening a companion's note",
  "note.read": "opening a page",
  "outbox.read": "opening a page",
  "record.open": "opening a page",
  "share.see": "opening a page",
};

/** Every route handler: who guards it, and whether it changes anything. A new one is added here knowingly. */
export const routes: Record<string, { by: "actor" | "nobody"; writes?: true; why: string }> = {
  "app/admin/audit/export/route.ts": { by: "actor", why: "the audit log as a file, itself an entry" },
  "app/api/auth/[...nextauth]/route.ts": {
    by: "nobody",
    why: "next-auth, with its own token against forgery",
  },
  "app/api/companion-notes/[sessionId]/route.ts": {
    by: "actor",
    why: "a companion's editor saves by itself",
  },
  "app/api/notes/[sessionId]/route.ts": { by: "actor", why: "an editor saves a draft by itself" },
  "app/api/psychotherapy-notes/[sessionId]/route.ts": {
    by: "actor",
    why: "the same for the private note",
  },
  "app/api/journal/[entryId]/route.ts": { by: "actor", why: "the same for a page of the journal" },
  "app/api/fragments/route.ts": { by: "actor", why: "a device sends the fragments that it kept" },
  "app/api/media/route.ts": { by: "actor", why: "an image, a sketch or a voice, sent as bytes" },
  "app/my/making/upload/route.ts": { by: "actor", why: "the same from a form without JavaScript" },
  "app/api/media/[mediaId]/route.ts": { by: "actor", why: "the bytes, for whoever may see them" },
  "app/api/book/[bookId]/route.ts": { by: "actor", why: "how far one's own book is" },
  "app/api/book/[bookId]/[file]/route.ts": {
    by: "actor",
    why: "one's own book as a file, itself an entry",
  },
  "app/api/room/[sessionId]/route.ts": {
    by: "actor",
    why: "a companion's device sends what it kept, in order",
  },
  "app/api/room/[sessionId]/stream/route.ts": { by: "actor", why: "wakes a companion's screen" },
  "app/api/calls/stream/route.ts": {
    by: "actor",
    why: "wakes a therapist's screen when a companion calls",
  },
  "app/api/drawer/route.ts": { by: "actor", why: "what a device still held when access had ended" },
  "app/api/presence/route.ts": { by: "actor", why: "moves the idle limit of one's own sign-in" },
  "app/api/sign-out/route.ts": { by: "nobody", writes: true, why: "ends the sign-in whose handle is sent" },
  "app/api/health/route.ts": { by: "nobody", why: "a proxy asks whether the portal answers" },
};
