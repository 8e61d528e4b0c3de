import { serves } from "./support/machine";
import { secrets, startServer } from "./support/postgres";

for (const TZ of ["Europe/Vienna", "America/New_York", "Asia/Kolkata"]) serves(`a machine in ${TZ}`, { env: { TZ } });

for (const [TZ, zone] of [
  ["Europe/Vienna", "America/New_York"],
  ["Asia/Kolkata", "Europe/Vienna"],
  ["America/New_York", "Asia/Kolkata"],
] as const)
  serves(`a machine in ${TZ}, its Postgres in ${zone}`, async () => {
    const server = await startServer(16, { settings: () => [`timezone=${zone}`] });
    return { env: { TZ, DATABASE_URL: server.url(), ...secrets }, owner: server.url(), after: server.stop };
  });
