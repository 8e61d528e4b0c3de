"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/lib/core/action";
import { addressOf, searched } from "@/lib/core/pages";
import { keepSearch } from "@/lib/core/searches";

const ownPlace = z
  .string()
  .regex(/^\/my\/(journal|path\/choose|threads\/link\/[0-9a-f-]{36})$/, "Search from a page of yours");
const searchInput = z.looseObject({ q: searched, place: ownPlace });

/** Leads back to the place with what was found. The words themselves stay out of the address. */
export const searchAction = defineAction("patient", searchInput, async (actor, { q, place, ...kept }) => {
  await keepSearch(actor, q);
  const texts = Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  redirect(addressOf(place, { found: q ? "1" : undefined, ...texts }));
});
