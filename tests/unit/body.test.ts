import { describe, expect, test } from "vitest";
import { fittingPractice, placeKey, placeName, placeOf, placesOf, slotOf } from "@/lib/body/rules";
import { sensationInput } from "@/lib/body/schema";

describe("places of the body", () => {
  test("every place of both sides has a name of its own", () => {
    const names = [...placesOf("front"), ...placesOf("back")].map(({ name }) => name);
    expect(new Set(names).size).toBe(34);
    expect(names).toContain("left shoulder blade");
    expect(names).toContain("right palm");
  });

  test("a place goes into a form and comes back", () => {
    for (const { key } of [...placesOf("front"), ...placesOf("back")]) {
      const place = placeOf(key);
      expect(place && placeKey(place)).toBe(key);
    }
    expect(placeOf("front:allOver")).toEqual({ side: "front", place: "allOver" });
    expect(placeName("front", "allOver")).toBe("all over");
  });

  test("from the front the left hand lies on the right of the picture, from behind on the left", () => {
    expect(slotOf("front", "handLeft")).toBe("handLeft");
    expect(slotOf("back", "handLeft")).toBe("handRight");
    expect(slotOf("back", "handRight")).toBe("handLeft");
    expect(slotOf("back", "chest")).toBe("chest");
  });

  test.each(["", "front", "front:", "side:chest", "front:tail", "front:constructor"])("%j is no place", (key) => {
    expect(placeOf(key)).toBeNull();
  });
});

describe("what somebody feels there", () => {
  test("offered words and own words are kept together", () => {
    const input = { place: "front:chest", offered: ["tight", "warm"], words: "like a held breath" };
    expect(sensationInput.parse(input)).toEqual({
      side: "front",
      place: "chest",
      text: "tight, warm, like a held breath",
    });
  });

  test("the list counts where both were chosen", () => {
    expect(sensationInput.parse({ place: "front:chest", listed: "back:neck", offered: "tight" })).toMatchObject({
      side: "back",
      place: "neck",
    });
  });

  test("a place and a word are asked for, in words that say what to do", () => {
    const { error } = sensationInput.safeParse({});
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["place", "Choose a place on the picture or from the list"],
      ["offered", "Choose a word, or write your own"],
    ]);
  });
});

describe("a practice for a state", () => {
  const practice = (slug: string, traits = {}) => ({
    slug,
    helps: ["activated" as const],
    hidden: false,
    favourite: false,
    ...traits,
  });
  const choose = (practices: ReturnType<typeof practice>[], planned: string[] = [], turn = 0) =>
    fittingPractice(practices, "activated", { planned, turn })?.slug ?? null;

  test("one from the plan, else a favourite, else any that fits", () => {
    const all = [practice("a"), practice("b", { favourite: true }), practice("c")];
    expect(choose(all, ["c"])).toBe("c");
    expect(choose(all)).toBe("b");
    expect(choose([practice("a"), practice("c")])).toBe("a");
    expect(choose([practice("a"), practice("c")], [], 1)).toBe("c");
  });

  test("never one that was hidden, or that is for another state", () => {
    expect(choose([practice("a", { hidden: true }), practice("b", { helps: ["settled"] })])).toBeNull();
    expect(choose([practice("a", { hidden: true, favourite: true })], ["a"])).toBeNull();
    expect(choose([])).toBeNull();
  });
});
