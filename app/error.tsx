"use client";

import { CalmPage } from "@/components/ui/calm-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const actions = (
    <>
      <button type="button" className="btn" onClick={reset}>
        Try again
      </button>
      <a href="/" className="btn quiet">
        Go to the first page
      </a>
    </>
  );
  return (
    <CalmPage title="Something went wrong on our side" actions={actions}>
      <p>It is not something you did. What was kept before this is still kept.</p>
      {error.digest && (
        <p className="soft">
          If it happens again, tell the clinic this number: <strong>{error.digest}</strong>
        </p>
      )}
    </CalmPage>
  );
}
