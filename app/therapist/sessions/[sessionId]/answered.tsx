import { Answers } from "@/components/shared/answers";
import { Link } from "@/components/ui/link";
import type { Answer } from "@/lib/sharing/answers/queries";

/** What the care team answered to something that is shared, and the way to answer it. */
export const Answered = ({ answers, href, zone }: { answers: Answer[]; href: string; zone: string }) => (
  <>
    <Answers answers={answers} zone={zone} title="Answers" level={4} />
    <p className="small">
      <Link href={href}>Answer it, among all that is shared</Link>
    </p>
  </>
);
