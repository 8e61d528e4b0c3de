import type { Place, Whereabouts } from "./use-sending";

const words: Record<Place, { short: string; long: string }> = {
  sent: { short: "Sent", long: "It is in your journal." },
  here: { short: "Kept here", long: "It goes to your journal when the portal answers." },
  hereSignedOut: { short: "Kept here", long: "You are signed out. It goes to your journal once you sign in again." },
  hereRefused: { short: "Kept here", long: "The portal could not take it as it is. It stays on this device." },
  nowhere: { short: "Still here", long: "It is still on this page. Sign in, and it can be kept." },
};

/** Where the last fragment is, in a word. */
export function PlaceWords({ whereabouts }: { whereabouts: Whereabouts | null }) {
  const { place, why } = whereabouts ?? { place: "here" as const };
  const { short, long } = words[place];
  return (
    <p role="status" className="quiet-place">
      <strong>{short}</strong>
      <span className="soft">
        {why ? `It stays on this device. ${why}` : long}
        {(place === "hereSignedOut" || place === "nowhere") && (
          <>
            {" "}
            <a href="/sign-in" target="_blank" rel="noopener">
              Sign in
            </a>
          </>
        )}
      </span>
    </p>
  );
}
