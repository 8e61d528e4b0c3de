import { parseArgs } from "node:util";
import { formatDateTime, isTimeZone } from "@/lib/core/clock";
import { prepare } from "./prepare";
import { asOwner } from "./roles";
import { Stop } from "./stop";
import { convertTimes, findShiftIn, keepProof, type Moved } from "./times";

const options = { zone: { type: "string" }, write: { type: "boolean" }, right: { type: "boolean" } } as const;

/** Shows what putting the times right would change, and does it when asked to. */
export async function main(args: string[]) {
  const { zone: given, write = false, right = false } = parseArgs({ args, options }).values;
  if (given && !isTimeZone(given)) throw new Stop(`${given} is no time zone. Write one such as America/New_York.`);
  const { database } = await prepare({ leaveTimes: true });
  try {
    if (!database.adminUrl) throw new Stop("This needs DATABASE_OWNER_URL: the portal's own roles may not.");
    if (right) await asOwner(database.as("portal_migrate"), keepProof);
    const shift = await findShiftIn(database);
    if (!shift) return console.log("The times of this database are right. There is nothing to change.");
    const zone = given ?? shift.zone;
    if (!zone)
      throw new Stop(
        `The times are shifted (${shift.evidence}), but Postgres no longer says by which zone. Name the one that it went by:\n  npm run convert-times -- --zone America/New_York`,
      );
    show(await inOneTransaction(database.as("portal_migrate"), zone, write), zone);
    console.log(write ? "Done. Everybody signs in again." : nothingChanged);
  } finally {
    await database.stop();
  }
}

const nothingChanged = `Nothing was changed. Where the right-hand side is how it was: back up, and do it with
  npm run convert-times -- --write
Where the left-hand side is how it was, the times are right as they are:
  npm run convert-times -- --right`;

const inOneTransaction = (migrateUrl: string, zone: string, write: boolean) =>
  asOwner(migrateUrl, async (owner) => {
    await owner.query("begin");
    const moved = await convertTimes(owner, zone);
    await owner.query(write ? "commit" : "rollback");
    return moved;
  });

function show(moved: Moved[], zone: string) {
  console.log(`What an earlier version stored as clock readings of ${zone} counts as UTC (shown so):\n`);
  console.table(
    moved.map(({ table, rows, newest, becomes }) => ({
      table,
      rows,
      "newest moment": formatDateTime(newest, "UTC"),
      becomes: formatDateTime(becomes, "UTC"),
    })),
  );
}
