import { refuses } from "./support/machine";

refuses(
  "a Postgres that is not there",
  async () => ({ env: { DATABASE_URL: "postgresql://127.0.0.1:9/threshold" } }),
  "No Postgres answers at 127.0.0.1:9",
);
