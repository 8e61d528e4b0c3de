import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieLine, cookieName } from "@/lib/core/cookies";
import { log } from "@/lib/core/log";
import { plainHost, type Seen, whereToLead } from "@/lib/core/origins";
import { entriesOf, forwardedValues, type Sender, senderOf } from "@/lib/core/senders";

type Told = { host?: string; scheme?: string };

/**
 * What every request passes. What it says of its address and sender is replaced by what is known, and a browser at another address is
 * led to the portal's own. Answers whether that was all. `hops`: how many proxies stand in front.
 */
export function doorway(origin: string, hops: number) {
  const { host: own, protocol } = new URL(origin);
  const terminal = speaker(origin);
  const inside = randomBytes(16).toString("hex");
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { headers } = request;
    // The portal asks itself, with the head of a request that has passed here before.
    if (headers[insideMark] === inside) return false;
    headers[insideMark] = inside;
    const told = hops > 0 ? toldByProxy(request) : {};
    const seen = seenOf(request, told);
    const target = whereToLead(seen, origin);
    if (target) {
      terminal.led(seen);
      lead(response, target);
      return true;
    }
    if (seen.wasLed && seen.host !== undefined && plainHost(seen.host, "https") !== own) terminal.hidden(seen.host);
    const sender = senderOf(forwardedOf(request), hops);
    if (sender.trouble && request.url !== "/api/health") terminal.unknown(sender);
    headers["x-forwarded-for"] = sender.address;
    headers["x-forwarded-host"] = hostOfForm(request, seen) ?? own;
    headers["x-forwarded-proto"] = protocol.slice(0, -1);
    return false;
  };
}

const insideMark = "x-portal-inside";

function lead(response: ServerResponse, location: string) {
  const headers = { location, "cache-control": "no-store", "set-cookie": cookieLine("led", "1", 5) };
  response.writeHead(307, headers).end();
}

const forwardedOf = ({ socket, headers }: IncomingMessage) => ({
  peer: socket.remoteAddress,
  forwardedFor: textOf(headers["x-forwarded-for"]),
  forwarded: textOf(headers.forwarded),
});

function toldByProxy({ headers }: IncomingMessage): Told {
  const forwarded = textOf(headers.forwarded);
  const [host = forwardedValues(forwarded, "host")[0]] = entriesOf(textOf(headers["x-forwarded-host"]));
  const [scheme = forwardedValues(forwarded, "proto")[0]] = entriesOf(textOf(headers["x-forwarded-proto"]));
  return { host, scheme: scheme?.toLowerCase() };
}

function seenOf({ method = "GET", url = "/", headers }: IncomingMessage, told: Told): Seen {
  return {
    method,
    url,
    host: told.host ?? headers.host,
    scheme: told.scheme,
    referrer: headers.referer,
    fetchSite: textOf(headers["sec-fetch-site"]),
    fetchMode: textOf(headers["sec-fetch-mode"]),
    wasLed: headers.cookie?.includes(`${cookieName("led")}=`) ?? false,
  };
}

/**
 * A form on a page at another address that is the portal's too: Next compares only hosts, and would answer with a fault. So it hears the
 * host that fits, and `defineAction`, which compares with the portal's own address, refuses in words.
 */
function hostOfForm({ method, headers: { origin } }: IncomingMessage, { host }: Seen): string | undefined {
  if (method !== "POST" || !origin || !URL.canParse(origin)) return undefined;
  const { host: from, protocol } = new URL(origin);
  const asked = host && plainHost(host, protocol === "https:" ? "https" : "http");
  return from === asked ? from : undefined;
}

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(",") : header);

const hour = 3_600_000;

/** What somebody at the terminal should know, and does not need to know with every request. */
function speaker(origin: string) {
  let saidLed = false;
  let saidHidden = false;
  let saidUnknownAt = 0;
  return {
    led({ host = "", scheme }: Seen) {
      if (saidLed) return;
      saidLed = true;
      const at = plainHost(host, scheme === "https" ? "https" : "http") ?? "another address";
      console.log(`Somebody opened the portal at ${at}. Its address is ${origin} (APP_ORIGIN): they are led there.`);
    },
    hidden(host: string) {
      if (saidHidden) return;
      saidHidden = true;
      const at = plainHost(host, "https") ?? "another name";
      console.log(
        `A browser that was led to ${origin} came back asking for ${at}. If a proxy stands in front, let it pass Host on, as docs/running.md shows.`,
      );
    },
    unknown({ trouble }: Sender) {
      if (Date.now() - saidUnknownAt < hour) return;
      saidUnknownAt = Date.now();
      log.warn(
        { trouble },
        "senders cannot be told apart: X-Forwarded-For does not fit TRUST_PROXY, see docs/running.md",
      );
    },
  };
}
