import { run, telling } from "./load.mjs";

/** Runs a script of the folder that this lies in, as it is. */
await telling(() => run(process.argv[2], process.argv.slice(3)));
