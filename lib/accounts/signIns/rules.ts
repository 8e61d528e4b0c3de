const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** What a browser calls itself, in words that its owner recognises: "Firefox on Windows". */
export function deviceWords(userAgent: string): string {
  const name = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [name(browsers), name(systems)];
  if (!browser && !system) return "A browser";
  return `${browser ?? "A browser"}${system ? ` on ${system}` : ""}`;
}

/** Seconds until a sign-in ends when nothing more happens: by the idle limit or the absolute one, whichever comes first. */
export function secondsLeft(signIn: { lastSeenAt: Date; idleMinutes: number; endsAt: Date }, at: Date): number {
  const idleEnd = signIn.lastSeenAt.getTime() + signIn.idleMinutes * 60_000;
  return Math.max(0, Math.floor((Math.min(idleEnd, signIn.endsAt.getTime()) - at.getTime()) / 1_000));
}
