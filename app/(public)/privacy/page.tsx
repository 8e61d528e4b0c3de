import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "What is kept, and who sees it" };

export default function PrivacyPage() {
  return (
    <>
      <PageHeader
        title="What is kept, and who sees it"
        intro="This portal runs on your clinic's own server. Nothing is sent to advertisers, to statistics services or to us."
      />
      <Card title="If you are a patient">
        <ul className="list-disc pl-5 stack gap-2">
          <li>
            What you write is yours. Your care team sees an intention, a goal or a companion's note when you share it,
            and no longer when you take that back.
          </li>
          <li>
            Your care team sees your appointments and writes the session notes. You read a note when it is released to
            you.
          </li>
          <li>A therapist's private notes are encrypted, and only their author reads them.</li>
          <li>
            A companion sees the sessions that you choose, when and where they are, and your intention if you say so.
            You can end that at any time.
          </li>
          <li>
            The clinic's admins see names, addresses, appointments and who treats whom. They see nothing that you or
            your therapist wrote.
          </li>
          <li>You can see who opened your record, and when.</li>
        </ul>
      </Card>
      <Card title="If you are a companion">
        <ul className="list-disc pl-5 stack gap-2">
          <li>Your notes are yours until you hand them over. From then on they belong to the one you accompany.</li>
          <li>The clinic's admins see your name and your address, the one you accompany sees your name.</li>
        </ul>
      </Card>
      <Card title="What is kept about your account">
        <ul className="list-disc pl-5 stack gap-2">
          <li>Your name, your e-mail address and your time zone, and pronouns if you tell them.</li>
          <li>Your password only as a fingerprint from which nobody can read it.</li>
          <li>When you signed in and with what kind of browser, so that you can tell whether it was you.</li>
          <li>
            What was done in the portal and by whom, as the law asks of clinics: never the words that were written.
          </li>
        </ul>
      </Card>
      <Card title="Cookies">
        <p>
          One keeps you signed in, one shows a short message after you save something, one remembers for half a year
          that you signed in on this device before, so that strangers who guess passwords cannot lock you out. There are
          no others.
        </p>
      </Card>
      <Card title="If you want to know more, or have something corrected or deleted">
        <p>
          Ask your clinic. It keeps health records for as long as the law demands. If you need help right now, here is{" "}
          <Link href="/help">whom to call</Link>.
        </p>
      </Card>
    </>
  );
}
