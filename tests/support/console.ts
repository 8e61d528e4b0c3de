import { afterEach, beforeEach, expect, vi } from "vitest";

let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words) => void errors.push(words));
});

afterEach(() => {
  expect(errors, "console.error was called unexpectedly").toEqual([]);
});

/** For a test that provokes an error on purpose: answers what was said, and lets the test pass. */
export function takeConsoleErrors() {
  return errors.splice(0);
}
