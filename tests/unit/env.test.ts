import { expect, test } from "vitest";
import { deriveSecret, readSettings } from "@/lib/core/env";

test("without any variable the portal runs on this machine alone", () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: "localhost", DATA_DIR: ".data", LOG_LEVEL: "info" });
});

test("an empty variable counts as not given", () => {
  expect(readSettings({ PORT: "", SMTP_URL: "" }).PORT).toBe(3000);
});

test("every wrong variable gets one line that says what it must be", () => {
  const wrong = {
    PORT: "eighty",
    APP_ORIGIN: "portal.example.org",
    DATABASE_URL: "mysql://db/x",
    PORTAL_SECRET: "short",
  };
  expect(() => readSettings(wrong)).toThrow(
    [
      "  PORT must be a number",
      "  DATABASE_URL must be a URL that begins with postgres:// or postgresql://",
      "  APP_ORIGIN must be a URL that begins with http:// or https://",
      "  PORTAL_SECRET must have at least 32 characters",
    ].join("\n"),
  );
});

test("the message never repeats a secret", () => {
  expect(() => readSettings({ PORTAL_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2)/s);
});

test("an origin loses its last slash and may not have a path", () => {
  expect(readSettings({ APP_ORIGIN: "https://portal.example.org/" }).APP_ORIGIN).toBe("https://portal.example.org");
  expect(() => readSettings({ APP_ORIGIN: "https://example.org/portal" })).toThrow("without a path");
});

test("the master key must be 32 bytes", () => {
  expect(readSettings({ MASTER_KEY: Buffer.alloc(32, 1).toString("base64") }).MASTER_KEY).toBeDefined();
  expect(() => readSettings({ MASTER_KEY: "too short" })).toThrow("MASTER_KEY must be 32 bytes");
});

test("each purpose has its own secret, the same every time", () => {
  const secret = "a secret of more than thirty-two characters";
  expect(deriveSecret(secret, "one")).toEqual(deriveSecret(secret, "one"));
  expect(deriveSecret(secret, "one")).not.toEqual(deriveSecret(secret, "two"));
  expect(deriveSecret(secret, "one")).toHaveLength(32);
});
