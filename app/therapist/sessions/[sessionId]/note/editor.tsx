import { Autosave, AutosaveStatus } from "@/components/autosave/autosave";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { findOwnNote } from "@/lib/notes/queries";
import type { SessionKind } from "@/lib/sessions/rules";
import { saveNoteAction } from "./actions";
import { SectionFields } from "./section-fields";

type Props = {
  session: { id: string; kind: SessionKind };
  note: Awaited<ReturnType<typeof findOwnNote>>;
  writer: string;
  deviceKey: string;
  zone: string;
};

export function NoteEditor({ session, note, writer, deviceKey, zone }: Props) {
  const usual = session.kind === "integration" ? "kapIntegration" : "soap";
  return (
    <Form action={saveNoteAction} aria-label="Session note">
      <Autosave
        url={`/api/notes/${session.id}`}
        slot={`note.${session.id}`}
        writer={writer}
        deviceKey={deviceKey}
        version={note?.version ?? 0}
        savedAt={note?.savedAt.toISOString() ?? null}
        zone={zone}
      >
        <Hidden name="sessionId" value={session.id} />
        <SectionFields format={note?.format ?? usual} sections={note?.sections ?? {}} />
        <div className="sticky bottom-0 z-10 -mx-5 -mb-5 rounded-b-m border-t border-line bg-card px-5 py-3 min-[26rem]:-mx-6 min-[26rem]:-mb-6 min-[26rem]:px-6">
          <div className="row">
            <SubmitButton name="intent" value="review">
              Review and sign
            </SubmitButton>
            <SubmitButton variant="quiet" name="intent" value="draft">
              Save draft
            </SubmitButton>
            <div className="grid gap-0.5 sm:ml-auto sm:justify-items-end sm:text-right">
              <AutosaveStatus />
              <p className="small soft max-sm:hidden">Signing locks this note. Later changes are addenda.</p>
            </div>
          </div>
        </div>
      </Autosave>
    </Form>
  );
}
