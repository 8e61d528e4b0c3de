import { writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { AddressError, changeAddress, configOf, readAddress, writeAddress } from "@/lib/core/address";
import { whyNot } from "@/scripts/lib/reach";

const here = { host: "db.example.org", port: "5432", database: "threshold", user: "", password: "", more: {} };

test.each([
  ["postgresql://db.example.org/threshold", here],
  ["postgres://db.example.org:6000/threshold", { ...here, port: "6000" }],
  ["postgresql://owner:pass@db.example.org/threshold", { ...here, user: "owner", password: "pass" }],
  ["postgresql://own%40er:p%2Fa%3F%23s%25@db.example.org/threshold", { ...here, user: "own@er", password: "p/a?#s%" }],
  ["postgresql://a@b:pass@db.example.org/threshold", { ...here, user: "a@b", password: "pass" }],
  ["postgresql://db.example.org/threshold?user=owner&password=p", { ...here, user: "owner", password: "p" }],
  [
    "postgresql://other@elsewhere/x?host=db.example.org&port=6000&dbname=threshold&user=o",
    { ...here, port: "6000", user: "o" },
  ],
  ["postgresql:///threshold?host=/var/run/postgresql", { ...here, host: "/var/run/postgresql" }],
  ["postgresql://owner:p@/threshold?host=/tmp/a%20b", { ...here, host: "/tmp/a b", user: "owner", password: "p" }],
  ["postgresql://owner@%2Fvar%2Frun%2Fpostgresql/threshold", { ...here, host: "/var/run/postgresql", user: "owner" }],
  ["postgresql://[::1]:6000/threshold", { ...here, host: "::1", port: "6000" }],
  ["postgresql://db.example.org/threshold?sslmode=require", { ...here, more: { sslmode: "require" } }],
])("%s is understood, and stays what it is when it is written anew", (text, address) => {
  expect(readAddress(text)).toEqual(address);
  expect(readAddress(writeAddress(readAddress(text)))).toEqual(address);
});

test.each([
  ["mysql://db/x", "must be a URL that begins with"],
  ["host=/var/run/postgresql dbname=threshold", "must be a URL that begins with"],
  ["postgresql:///threshold", "names no server"],
  ["postgresql://owner@/threshold", "names no server"],
  ["postgresql://db.example.org", "names no database"],
  ["postgresql://one,two/threshold", "names several servers"],
  ["postgresql://u:p@one:5432,two:5432/threshold", "names several servers"],
  ["postgresql://h/threshold?host=one,two", "names several servers"],
  ["postgresql://h/threshold?options=-c%20role%3Dpostgres", "does not know: options"],
  ["postgresql://h/threshold?service=clinic", "does not know: service"],
  ["postgresql://h/threshold?schema=public", "does not know: schema"],
  ["postgresql://h/threshold?port=five", "no number"],
])("%s is refused, with what to do", (text, words) => {
  expect(() => readAddress(text)).toThrow(AddressError);
  expect(() => readAddress(text)).toThrow(words);
});

test.each([
  "postgresql://owner:hun/ter2@db/x",
  "postgresql://owner:hun?ter2@db/x",
  "postgresql://owner:1?hunter2@db/x",
  "postgresql://owner:1#hunter2@db/x",
  "postgresql://owner:hunter2%@db/x",
])("a password that breaks its address (%s) is answered with how to write it, and is not repeated", (text) => {
  expect(() => readAddress(text)).toThrow("/ as %2F");
  expect(() => readAddress(text)).toThrow(/^(?!.*hun)/s);
});

test("a role of the portal takes the place of whoever the address names, wherever it names them", () => {
  const role = { user: "portal_app", password: "se/cret" };
  for (const text of [
    "postgresql:///threshold?host=/var/run/postgresql",
    "postgresql://postgres:x@/threshold?host=/var/run/postgresql",
    "postgresql:///threshold?host=/var/run/postgresql&user=postgres&password=x",
    "postgresql://postgres@%2Fvar%2Frun%2Fpostgresql/threshold",
  ]) {
    const config = configOf(changeAddress(text, role));
    expect(config).toMatchObject({ host: "/var/run/postgresql", database: "threshold", ...role });
  }
});

test("without a name it is the system's user, as for libpq", () => {
  expect(configOf("postgresql://db/threshold").user).toBe(userInfo().username);
});

test("sslmode means what it means to libpq", () => {
  const ssl = (more: string) => configOf(`postgresql://db/threshold${more}`).ssl;
  expect(ssl("")).toBe(false);
  expect(ssl("?sslmode=disable")).toBe(false);
  expect(ssl("?sslmode=require")).toEqual({ rejectUnauthorized: false });
  expect(ssl("?sslmode=verify-full")).toEqual({});
  expect(ssl("?sslmode=verify-full&sslrootcert=system")).toEqual({});
  const authority = path.join(tmpdir(), `authority-${process.pid}.pem`);
  writeFileSync(authority, "a certificate");
  expect(ssl(`?sslmode=verify-full&sslrootcert=${authority}`)).toMatchObject({ ca: "a certificate" });
  expect(ssl(`?sslmode=verify-ca&sslrootcert=${authority}`)).toHaveProperty("checkServerIdentity");
  expect(() => ssl("?sslmode=verify-ca")).toThrow("names no sslrootcert");
  expect(() => ssl("?sslmode=verify-full&sslrootcert=/nowhere.pem")).toThrow("cannot be read: /nowhere.pem");
});

test("a server that ends every statement is told from one that is away", () => {
  const error = Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });
  expect(whyNot(error, "postgresql://db.example.org/threshold")).toContain("ends statements after too short a time");
});
