/** 14:05, in an IANA zone. For the browser. */
export const timeWords = (at: string | number | Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
    new Date(at),
  );
