import { cloneDatabase, pointAt } from "./database";

Object.assign(process.env, {
  APP_ORIGIN: "http://localhost:3000",
  MASTER_KEY: Buffer.alloc(32, "test").toString("base64"),
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
});

pointAt(await cloneDatabase());
