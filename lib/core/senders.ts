import { isIP } from "node:net";

/** What is known of where a request comes from: the connection's other end, and what the proxies in between wrote. */
export type Told = { peer?: string; forwardedFor?: string; forwarded?: string };
export type Sender = { address: string; trouble?: "missing" | "unreadable" | "contradicting" };

/**
 * Whose request it is when so many proxies of ours stand in front: each writes the address that it was asked from at the end of the list,
 * so what stands further ahead is anybody's word. Where nothing can be read, it is the nearest proxy's own address, and `trouble` says why.
 */
export function senderOf({ peer = "", forwardedFor, forwarded }: Told, hops: number): Sender {
  const address = readAddress(peer) ?? "unknown";
  if (hops === 0) return { address };
  const lists = [entriesOf(forwardedFor), forwardedValues(forwarded, "for")].filter((list) => list.length > 0);
  if (lists.length === 0) return { address, trouble: "missing" };
  const [claimed, other] = lists.map((list) => readAddress(list.at(-hops) ?? list[0] ?? ""));
  if (!claimed) return { address, trouble: "unreadable" };
  // A proxy writes one of the two, and lets through what the sender made up in the other.
  if (lists.length > 1 && other !== claimed) return { address, trouble: "contradicting" };
  return { address: claimed };
}

/** One address in its shortest form, out of any in which proxies write it. Undefined for `unknown` and whatever else is none. */
export function readAddress(written: string): string | undefined {
  const text = written.trim().replace(/^"(.*)"$/, "$1");
  const bare = text.match(/^\[(.+)\](?::\d+)?$/)?.[1] ?? text.match(/^([\d.]+):\d+$/)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "").toLowerCase();
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  const mapped = /^0:0:0:0:0:ffff:/.test(groups.join(":"));
  return mapped ? groups.slice(6).flatMap(bytesOf).join(".") : shortest(address);
}

/** What counts as one sender: an IPv4 address, or the /64 of an IPv6 one, within which a household changes addresses at will. */
export const networkOf = (address: string): string =>
  isIP(address) === 6 ? `${shortest(`${groupsOf(address).slice(0, 4).join(":")}::`)}/64` : address;

/** The values of one name in a `Forwarded` header, outermost proxy first. */
export const forwardedValues = (header: string | undefined, name: "for" | "host" | "proto"): string[] =>
  (header?.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? []).flatMap((element) => {
    const value = element.match(new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*("[^"]*"|[^;\\s]+)`, "i"))?.[1];
    return value === undefined ? [] : [value.replace(/^"(.*)"$/, "$1")];
  });

/** The entries of a list in a header, such as `X-Forwarded-For`. */
export const entriesOf = (header = ""): string[] =>
  header
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);

const shortest = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1);

/** Eight groups in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = shortest(address).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const between = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(between).fill("0"), ...after];
}

const bytesOf = (group: string) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255];
