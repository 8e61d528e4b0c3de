import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { kindWords, notedWords } from "@/lib/practices/rules";
import type { FeltSense } from "@/prisma/generated/enums";
import { unlogAction } from "./actions";

export type NotedLog = {
  id: string;
  slug: string;
  at: Date;
  before: FeltSense | null;
  after: FeltSense | null;
  minutes: number | null;
};

/** What was noted today, with a kind sentence to the newest. Each can be taken out again. */
export function Noted({ logs, zone }: { logs: NotedLog[]; zone: string }) {
  const [newest] = logs;
  if (!newest) return null;
  return (
    <div className="noted stack gap-3">
      <p className="words small">{kindWords(newest)}</p>
      <Stack as="ul" gap="small">
        {logs.map((log) => (
          <li key={log.id} className="row gap-x-3 gap-y-0">
            <span className="small">
              Noted at <Time at={log.at} zone={zone} show="time" />
              {notedWords(log) && `: ${notedWords(log)}`}
            </span>
            <Link href={`/my/practices/log/${log.id}`} className="small inline-block py-3">
              Open<span className="sr-only"> what you noted at </span>
              <span className="sr-only">
                <Time at={log.at} zone={zone} show="time" />
              </span>
            </Link>
            <TakeOut log={log} zone={zone} />
          </li>
        ))}
      </Stack>
    </div>
  );
}

function TakeOut({ log, zone }: { log: NotedLog; zone: string }) {
  return (
    <Form action={unlogAction} className="contents">
      <Hidden name="logId" value={log.id} />
      <SubmitButton variant="plain" className="small">
        Take this out
        <span className="sr-only">
          , noted at <Time at={log.at} zone={zone} show="time" />
        </span>
      </SubmitButton>
    </Form>
  );
}
