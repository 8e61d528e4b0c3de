import { afterAll, beforeAll, describe, test } from "vitest";
import { refuses, serves } from "./support/machine";
import { debianHba, hasDebians, type Server, secrets, startServer, versions } from "./support/postgres";

const onServer = (server: Server, DATABASE_URL = server.url(), env = {}) => ({
  env: { DATABASE_URL, ...secrets, ...env },
  owner: server.url(),
});

refuses(
  "a Postgres that is not there",
  { env: { DATABASE_URL: "postgresql://127.0.0.1:9/threshold" } },
  "No Postgres answers at 127.0.0.1:9",
);

describe.each([...versions.map((version) => [version] as const), ...(hasDebians ? [["Debian's"] as const] : [])])(
  "Postgres",
  (version) => {
    const named = version === "Debian's" ? "Debian's Postgres 15" : `Postgres ${version}`;
    let server: Server;
    beforeAll(async () => {
      server = await startServer(version);
      await server.sql((sql) => sql.query("create role nobody login superuser"));
    });
    afterAll(() => server?.stop());

    serves(`${named} by TCP`, () => onServer(server));
    refuses(
      `${named} by its socket, which lets in only the system's users`,
      () => onServer(server, server.socket()),
      "lets in only the system's own users through this socket",
    );
    serves(`${named} by its socket, with the line that the portal asks for`, async () => {
      const line =
        typeof version === "number" && version > 15
          ? "local threshold /^portal_ scram-sha-256"
          : "local threshold portal_migrate,portal_app,portal_accounts,portal_worker,portal_auditor,portal_backup scram-sha-256";
      await server.hba([line, ...debianHba]);
      return onServer(server, server.socket());
    });
    serves(`${named}, an owner who is no superuser`, async () => {
      const owner = server.url("clinic").replace("postgres:tests", "clinic:clinic");
      await server.sql((sql) => sql.query("create role clinic login createrole createdb password 'clinic'"));
      for (const role of ["owner", "migrate", "app", "accounts", "worker", "auditor", "backup"])
        await server.sql((sql) => sql.query(`grant portal_${role} to clinic with admin option`));
      return { ...onServer(server, owner), owner: server.url("clinic") };
    });
  },
);

test.skipIf(hasDebians)("Debian's own Postgres, which is not on this machine", () => undefined);
