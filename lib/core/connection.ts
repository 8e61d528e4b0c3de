import pg from "pg";
import { configOf } from "./address";
import { log } from "./log";

// What the driver would take from the environment, such as PGOPTIONS, is nobody's choice for the portal.
for (const name of Object.keys(process.env)) if (name.startsWith("PG")) delete process.env[name];

/** The server let us in as somebody whom the walls do not hold back. The message says whom, and how to mend it. */
export class WallError extends Error {
  override name = "Stop";
}

/**
 * The only way to a database for anything of ours. Every connection, whatever cluster, database, role or environment say, has its
 * times in UTC (the adapter drops the offset of a `timestamptz`) and the settings below; and one of the portal's own roles is
 * what it says it is, or there is no connection.
 * @throws WallError
 */
export class Connection extends pg.Client {
  /** An address, or what a pool has made of one. */
  constructor(address: string | pg.ClientConfig = {}, options: pg.ClientConfig = {}) {
    super(typeof address === "string" ? { ...configOf(address), ...options } : address);
    if (log.isLevelEnabled("debug") && this.user === "portal_app") tellStatements(this);
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error | null) => void): void;
  override connect(callback?: (error: Error | null) => void) {
    const settled = super.connect().then(async () => {
      await settle(this).catch(async (error) => {
        await this.end().catch(() => undefined);
        throw error;
      });
      return this;
    });
    if (!callback) return settled;
    settled.then(() => callback(null), callback);
  }
}

/** What the application asks, without the values: at `LOG_LEVEL=debug` each statement is a line of the log. */
function tellStatements(client: pg.Client) {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const tell = (...args: unknown[]) => {
    const [first] = args as [string | { text: string }];
    log.debug({ statement: typeof first === "string" ? first : first.text }, "asked");
    return query(...args);
  };
  Object.assign(client, { query: tell });
}

/** A pool of such connections. One that breaks, idle or at work, is replaced by the next; unheard, its error would end the process. */
export function openPool(address: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...configOf(address), ...options, Client: Connection });
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool.on("error", () => undefined);
}

/** What a role, a database or a server may have set otherwise (`ALTER ROLE … SET`), and what the portal goes by. */
const settings = {
  TimeZone: "UTC",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  search_path: "public",
  bytea_output: "hex",
  extra_float_digits: "1",
  standard_conforming_strings: "on",
  transform_null_equals: "off",
  row_security: "on",
  default_transaction_isolation: "read committed",
  default_transaction_deferrable: "off",
  default_transaction_read_only: "off",
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  idle_session_timeout: "0",
  password_encryption: "scram-sha-256",
};

const setAll = Object.entries(settings)
  .map(([name, value]) => `set_config('${name}', '${value}', false)`)
  .concat(
    // Since Postgres 17.
    "case when current_setting('transaction_timeout', true) is not null then set_config('transaction_timeout', '0', false) end",
  )
  .join(", ");

type Identity = {
  name: string;
  database: string;
  powers: string[];
  memberships: string[];
  owned: string[];
  replication: string;
};

/** One question: who am I, and what was I given? */
const settleAndAsk = `
  select ${setAll}, r.rolname::text as "name", current_database() as "database",
    array(select p.rolname || ' ' || power from pg_roles p, lateral (values ('SUPERUSER', p.rolsuper), ('BYPASSRLS', p.rolbypassrls),
      ('CREATEROLE', p.rolcreaterole), ('CREATEDB', p.rolcreatedb), ('REPLICATION', p.rolreplication)) as v(power, given)
      where given and (p.oid = r.oid or p.rolname like 'portal\\_%' and pg_has_role(r.oid, p.oid, 'member'))
      order by p.oid <> r.oid) as "powers",
    array(select m.rolname::text from pg_roles m left join pg_auth_members a on a.roleid = m.oid and a.member = r.oid
      where m.oid <> r.oid and pg_has_role(r.oid, m.oid, 'member') order by a.member is null, m.rolname) as "memberships",
    array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and r.rolname <> 'portal_migrate' and pg_has_role(r.oid, c.relowner, 'member') limit 3) as "owned",
    current_setting('session_replication_role') as "replication"
  from pg_roles r where r.rolname = current_user`;

async function settle(client: pg.Client) {
  const { rows } = await client.query<Identity>(settleAndAsk);
  const asked = client.user ?? "";
  const problem = asked.startsWith("portal_") && rows[0] && problemOf(asked, rows[0]);
  if (problem) throw new WallError(problem);
}

/** What some of the portal's roles are given on purpose, by `scripts/lib/roles.ts`. */
const given: Record<string, string[]> = {
  portal_migrate: ["portal_owner", "portal_worker"],
  portal_app: ["portal_admin", "portal_companion", "portal_patient", "portal_therapist"],
  portal_backup: ["portal_backup BYPASSRLS"],
};

function problemOf(
  asked: string,
  { name, database, powers, memberships, owned, replication }: Identity,
): string | undefined {
  if (name !== asked)
    return `The database let the portal in as ${name}, although it asked for ${asked}. Nothing is served like that: see that the address leads to Postgres itself, and run  ALTER ROLE ${asked} RESET ALL`;
  const meant = (what: string) => given[asked]?.includes(what);
  const power = powers.find((what) => !meant(what));
  if (power) {
    const [role, what] = power.split(" ");
    return `The database's role ${role} was given ${what}, which it must not have: run  ALTER ROLE ${role} NO${what}`;
  }
  // What was given comes first, and what came along with it after: only the first can be taken back.
  const group = memberships.find((what) => !meant(what));
  if (group === "pg_database_owner")
    return `The database belongs to the role ${asked}, which it must not: give it back to the login of DATABASE_OWNER_URL, such as  ALTER DATABASE "${database}" OWNER TO postgres`;
  if (group)
    return `The database's role ${asked} was made a member of ${group}, which it must not be: run  REVOKE "${group}" FROM ${asked}`;
  if (owned[0])
    return `The database's role ${asked} owns the table ${owned[0]}, which it must not: run  ALTER TABLE "${owned[0]}" OWNER TO portal_owner`;
  if (replication !== "origin")
    return `The database's triggers are switched off for ${asked}: run  ALTER ROLE ${asked} RESET session_replication_role  (or ALTER DATABASE … RESET)`;
}
