import { readAddress } from "@/lib/core/address";
import { Connection, WallError } from "@/lib/core/connection";
import { Stop } from "./stop";

/** Connects, or stops with what is in the way and what would help. */
async function reach(client: Connection, address: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new Stop(whyNot(error, address));
  }
}

/** Does something on a connection of its own, or stops when there is none. */
export async function withClient<T>(address: string, work: (client: Connection) => Promise<T>): Promise<T> {
  const client = new Connection(address);
  await reach(client, address);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type Problem = { code?: string; message: string };
type Where = { server: string; database: string; user: string; message: string };

/** Why a connection did not come about, for the person at the terminal. Repeats no password. */
export function whyNot(error: unknown, address: string): string {
  if (error instanceof WallError) return error.message;
  const { code = "", message } = error as Problem;
  const { host, port, database, user } = readAddress(address);
  const server = host.startsWith("/") ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`;
  const words = reasons.find(({ is }) => is.test(code) || is.test(message))?.words;
  const where = { server, database, user: user || "this user", message };
  if (words) return words(where);
  return isOfServer(error)
    ? `Postgres at ${server} refused: ${message}.`
    : `The database at ${server} does not answer: ${message || code || "no connection"}.`;
}

/** Whether Postgres itself said it. */
export const isOfServer = (error: unknown): boolean =>
  error instanceof Error && "severity" in error && /^[0-9A-Z]{5}$/.test((error as Problem).code ?? "");

const reasons: { is: RegExp; words: (where: Where) => string }[] = [
  {
    is: /^(ECONNREFUSED|ENOENT)$/,
    words: ({ server }) => `No Postgres answers at ${server}. Start it, or correct DATABASE_URL.`,
  },
  {
    is: /^(ENOTFOUND|EAI_AGAIN)$/,
    words: ({ server }) => `The server ${server} is not known on this network. Correct its name in DATABASE_URL.`,
  },
  {
    is: /^57014$/,
    words: ({ server }) =>
      `Postgres at ${server} ends statements after too short a time. Take back what sets it, such as  ALTER ROLE portal_app RESET statement_timeout  (or ALTER DATABASE … RESET).`,
  },
  {
    is: /^42501$/,
    words: ({ server, user, message }) =>
      `Postgres at ${server} does not let ${user} prepare the portal: ${message}. DATABASE_OWNER_URL must be a superuser, or a role with CREATEROLE that owns the database.`,
  },
  {
    is: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$|timeout/i,
    words: ({ server }) => `The server ${server} cannot be reached. Look at its firewall, or correct DATABASE_URL.`,
  },
  {
    is: /Peer authentication failed|Ident authentication failed/,
    words: ({ server, database, user }) =>
      `Postgres at ${server} lets in only the system's own users through this socket, and ${user} is a role of the portal. ` +
      `Put this line above the others in pg_hba.conf, and reload Postgres (SELECT pg_reload_conf()):\n` +
      `  local  ${database}  /^portal_  scram-sha-256      (before Postgres 16: name the six roles, with commas)`,
  },
  {
    is: /no encryption|SSL off|no pg_hba\.conf entry/,
    words: ({ server, user, message }) =>
      /no encryption|SSL off/.test(message)
        ? `Postgres at ${server} takes ${user} only over an encrypted connection. Add  ?sslmode=verify-full  to the address (or sslmode=require).`
        : `Postgres at ${server} has no rule that lets ${user} in from here: add one to its pg_hba.conf.`,
  },
  {
    is: /^28P01$/,
    words: ({ server, user }) =>
      user.startsWith("portal_")
        ? `Postgres at ${server} does not know the password of ${user}. It comes from PORTAL_SECRET: set the one of this database, or give DATABASE_OWNER_URL once and run  npm run migrate`
        : `Postgres at ${server} does not accept the password of ${user}. Correct DATABASE_OWNER_URL or DATABASE_URL.`,
  },
  {
    is: /^28000$/,
    words: ({ server, user, message }) => `Postgres at ${server} does not let ${user} in: ${message}.`,
  },
  {
    is: /^3D000$/,
    words: ({ server, database }) =>
      `There is no database ${database} at ${server}. Give DATABASE_OWNER_URL once, and the portal makes it.`,
  },
  {
    is: /^53300$/,
    words: ({ server }) =>
      `Postgres at ${server} has no connection left. Raise its max_connections, or stop what holds them.`,
  },
  { is: /^57P03$/, words: ({ server }) => `Postgres at ${server} is starting or stopping. Try again in a minute.` },
  {
    is: /does not support SSL/,
    words: ({ server }) =>
      `Postgres at ${server} does not encrypt, and the address asks for it (sslmode). Set up TLS there, or leave it out.`,
  },
  {
    is: /CERT|certificate|ALTNAME/i,
    words: ({ server, message }) =>
      `The certificate of Postgres at ${server} was not accepted: ${message}. Name the authority's file with  &sslrootcert=/path/ca.pem`,
  },
];
