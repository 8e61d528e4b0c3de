import { Autosave, AutosaveStatus } from "@/components/autosave/autosave";
import { MediaView } from "@/components/making/media-view";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Entry } from "@/lib/journal/queries";
import { type EntryKind, kindKeys, kinds, kindWords, moodWords, ownMoods } from "@/lib/journal/rules";
import type { Media } from "@/lib/making/queries";
import type { Reader } from "@/lib/sharing/rules";
import { saveEntryAction } from "../../actions";
import { ColourChoice } from "./colour-choice";
import { MoodChips } from "./mood-chips";
import { PageText } from "./page-text";
import { SayIt } from "./say-it";

type Props = {
  entryId: string;
  entry: Entry | null;
  kind: EntryKind;
  prompt: { key: string; words: string; next: string | null };
  readers: Reader[];
  media: Media[];
  /** Three choices first, and the rest on asking. */
  few: boolean;
  writer: string;
  deviceKey: string;
  zone: string;
};

/** One page, and nothing else on the screen. */
export function Editor({ entryId, entry, kind, prompt, readers, media, few, writer, deviceKey, zone }: Props) {
  const titled = kind === "story" || kind === "poem" || kind === "dream";
  const title = <TitleField bare={titled} title={entry?.title} />;
  return (
    <Form action={saveEntryAction} aria-label="Your page" className="writing" quiet>
      <Autosave
        url={`/api/journal/${entryId}`}
        slot={`entry.${entryId}`}
        writer={writer}
        deviceKey={deviceKey}
        version={entry?.version ?? 0}
        savedAt={entry?.savedAt.toISOString() ?? null}
        zone={zone}
      >
        <Hidden name="entryId" value={entryId} />
        <input type="hidden" name="prompt" value={prompt.key} data-autosave readOnly />
        <div className="writing-head">
          <Button variant="plain" href={entry ? `/my/journal/${entryId}` : "/my/journal"}>
            Close
          </Button>
          <AutosaveStatus />
          <SubmitButton>Done</SubmitButton>
        </div>
        <Ask entryId={entryId} kind={kind} prompt={prompt} />
        {titled && title}
        <PageText opening={kinds[kind].opening} brief={kind === "fragment"} defaultValue={entry?.text} />
        {kind === "fragment" ? (
          <ColourChoice colour={entry?.colour} few={few} />
        ) : (
          <input type="hidden" name="colour" value={entry?.colour ?? ""} readOnly data-autosave />
        )}
        <div className="writing-foot">
          {media.map((one) => (
            <MediaView key={one.id} media={one} size="thumb" />
          ))}
          <SayIt entryId={entryId} writer={writer} />
          <Details summary={titled ? "Moods and kind" : "Moods, title and kind"}>
            <MoodChips {...moodChoice(entry?.moods ?? [], few)} />
            {!titled && title}
            <KindField kind={kind} />
          </Details>
          <p className="writing-share">
            <ShareTag readers={readers} />
            <span className="small soft">
              {readers.length > 0 ? "You can take it back at any time." : "Nobody else can open this."}
            </span>
            {entry && (
              <Button variant="plain" className="push" href={`/my/journal/${entryId}`}>
                Share
              </Button>
            )}
          </p>
        </div>
      </Autosave>
    </Form>
  );
}

function moodChoice(moods: string[], few: boolean) {
  const first = few ? moodWords.filter((word) => firstMoods.includes(word) || moods.includes(word)) : [...moodWords];
  const rest = moodWords.filter((word) => !first.includes(word));
  return { first, rest, chosen: moods, own: ownMoods(moods).join(", ") };
}

const firstMoods: readonly string[] = ["calm", "tender", "tired"];

function Ask({ entryId, kind, prompt: { words, next } }: Pick<Props, "entryId" | "kind" | "prompt">) {
  const here = `/my/journal/${entryId}/write?kind=${kind}`;
  if (!words) {
    return (
      <div className="writing-ask">
        <h1 className="sr-only">{kindWords(kind)}</h1>
      </div>
    );
  }
  return (
    <div className="writing-ask">
      <h1>{words}</h1>
      <p className="row small">
        {next && (
          <Link href={`${here}&prompt=${next}`} scroll={false}>
            Another prompt
          </Link>
        )}
        <Link href={`${here}&prompt=none`} scroll={false} className="soft">
          {next ? "or simply write" : "Simply write"}
        </Link>
      </p>
    </div>
  );
}

function TitleField({ bare, title }: { bare: boolean; title?: string }) {
  if (bare)
    return (
      <Field
        name="title"
        label="Title"
        hideLabel
        placeholder="A title, if it has one"
        maxLength={200}
        defaultValue={title}
      />
    );
  return <Field name="title" label="Title" optional voice maxLength={200} defaultValue={title} />;
}

const kindOptions = kindKeys.map((value) => ({
  value,
  label: `${kinds[value].words}: ${kinds[value].hint.toLowerCase()}`,
}));

const KindField = ({ kind }: { kind: EntryKind }) => (
  <Field name="kind" label="What kind of page is it?" as="select" options={kindOptions} defaultValue={kind} />
);
