import { formatDate, formatDateTime, formatDay, formatTime } from "@/lib/core/clock";

const formats = { day: formatDay, date: formatDate, time: formatTime, datetime: formatDateTime };

type Props = {
  at: Date;
  zone: string;
  show?: keyof typeof formats;
  /** Adds the zone's name: where two zones meet. */
  named?: boolean;
};

export function Time({ at, zone, show = "datetime", named }: Props) {
  return (
    <time dateTime={at.toISOString()}>
      {formats[show](at, zone)}
      {named && ` ${zoneName(at, zone)}`}
    </time>
  );
}

function zoneName(at: Date, zone: string) {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
