import { userInfo } from "node:os";
import type { ClientConfig } from "pg";
import { parse } from "pg-connection-string";
import { reasonNotAnAddress, unreadable } from "./origins";

/** Where a database is, and as whom to go there. `more` holds what is left of the address: how to encrypt, how long to wait. */
export type Address = {
  host: string;
  port: string;
  database: string;
  user: string;
  password: string;
  more: Record<string, string>;
};

/** An address that the portal does not follow, in words that repeat none of it but the name of a part. */
export class AddressError extends Error {
  override name = "AddressError";
}

const encryption = ["sslmode", "sslrootcert", "sslcert", "sslkey", "sslnegotiation", "channel_binding"];
const known = [...encryption, "connect_timeout", "application_name"];

/**
 * Reads `postgresql://…` in every form that libpq knows for one server: credentials, host, port and database before or after the
 * question mark, a folder for the Unix socket, IPv6. What would make somebody else of us, or is not understood, is refused.
 * @throws AddressError
 */
export function readAddress(text: string): Address {
  const url = locate(text);
  const asked = Object.fromEntries(url.searchParams);
  const { host = decode(url.hostname), port = url.port, user = decode(url.username), dbname, ...rest } = asked;
  const { password = decode(url.password), ...more } = rest;
  const database = dbname ?? decode(url.pathname.slice(1));
  refuseStrange(Object.keys(more));
  if (!/^\d*$/.test(port)) throw new AddressError("names a port that is no number");
  if (host.includes(",")) throw new AddressError(several);
  if (!host || host === noHost)
    throw new AddressError("names no server. Write its name after //, or ?host=/var/run/postgresql for its socket");
  if (!database) throw new AddressError("names no database. Write /threshold, or the one you mean, at its end");
  return { host: host.replace(/^\[(.+)\]$/, "$1"), port: port || "5432", database, user, password, more };
}

/** The same address in one form, whatever it was read from. */
export function writeAddress({ host, port, database, user, password, more }: Address): string {
  const isSocket = host.startsWith("/");
  const url = new URL("postgresql://localhost");
  if (!isSocket) url.hostname = host.includes(":") ? `[${host}]` : host;
  Object.assign(url, { port, pathname: `/${encodeURIComponent(database)}` });
  Object.assign(url, { username: encodeURIComponent(user), password: encodeURIComponent(password) });
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  if (isSocket) url.searchParams.set("host", host);
  return url.href;
}

/** The address with some of its parts changed. */
export const changeAddress = (text: string, changes: Partial<Address>): string =>
  writeAddress({ ...readAddress(text), ...changes });

/** What the driver needs of an address, with nothing left for the environment to fill in. `sslmode` means what it means to libpq. */
export function configOf(text: string): ClientConfig {
  const { host, port, database, user, password, more } = readAddress(text);
  const wait = Number(more.connect_timeout ?? 0) * 1_000;
  return {
    ...{ host, port: Number(port), database, user: user || systemUser(), ssl: encryptionOf(more) },
    ...(password && { password }),
    ...(wait > 0 && { connectionTimeoutMillis: wait }),
    enableChannelBinding: ["prefer", "require"].includes(more.channel_binding ?? ""),
    application_name: "threshold",
  };
}

/** Whom libpq would be without a name: the user of the system. */
function systemUser() {
  try {
    return userInfo().username;
  } catch {
    throw new AddressError("names no user, and this process has none either. Write one before the @");
  }
}

function encryptionOf(more: Record<string, string>): ClientConfig["ssl"] {
  const { sslrootcert, ...given } = Object.fromEntries(
    Object.entries(more).filter(([name]) => encryption.includes(name)),
  );
  // Node brings its own list of authorities, which is what `system` means.
  const asked = { ...given, ...(sslrootcert && sslrootcert !== "system" && { sslrootcert }) };
  try {
    const { ssl } = parse(`postgresql://host/db?${new URLSearchParams(asked)}`, { useLibpqCompat: true });
    return (ssl as ClientConfig["ssl"]) ?? false;
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code) throw new AddressError(`names a certificate that cannot be read: ${path}`);
    throw new AddressError("asks for sslmode=verify-ca and names no sslrootcert");
  }
}

const several = "names several servers. Write the one that may be written to";
/** What stands for a host that is missing: a URL with credentials needs one. */
const noHost = "/";

function locate(text: string): URL {
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new AddressError("must be a URL that begins with postgres:// or postgresql://");
  const [, authority = ""] = text.match(/^\w+:\/\/([^/?#]*)/) ?? [];
  if (authority.split("@").at(-1)?.includes(",")) throw new AddressError(several);
  const address = authority.endsWith("@")
    ? text.replace(authority, () => authority + encodeURIComponent(noHost))
    : text;
  const reason = reasonNotAnAddress(address, ["postgres", "postgresql"]);
  if (reason ?? new URL(address).hash) throw new AddressError(reason ?? unreadable);
  return new URL(address);
}

/** A part without a plain name may be the end of a password, and is not repeated. */
function refuseStrange(parts: string[]) {
  const strange = parts.find((name) => !known.includes(name));
  if (strange === undefined) return;
  if (!/^\w+$/.test(strange)) throw new AddressError(unreadable);
  throw new AddressError(`has a part that the portal does not know: ${strange}. Leave it out`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AddressError(unreadable);
  }
}
