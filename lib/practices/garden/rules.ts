import { body } from "@/lib/practices/garden/body/rules";
import { connection } from "@/lib/practices/garden/connection/rules";
import { making } from "@/lib/practices/garden/making/rules";
import { meaning } from "@/lib/practices/garden/meaning/rules";
import { nature } from "@/lib/practices/garden/nature/rules";
import { restAndFood } from "@/lib/practices/garden/restAndFood/rules";
import { stillness } from "@/lib/practices/garden/stillness/rules";
import { writing } from "@/lib/practices/garden/writing/rules";
import type { Practice } from "@/lib/practices/rules";

/**
 * Every practice the portal brings along, family by family, before a clinic adds, edits or hides any. Each family begins
 * with what is easiest on any day, since Today offers that one first.
 */
export const garden: Practice[] = [
  ...body,
  ...writing,
  ...stillness,
  ...making,
  ...nature,
  ...restAndFood,
  ...connection,
  ...meaning,
];

const bySlug = new Map(garden.map((practice) => [practice.slug, practice]));

export const findInGarden = (slug: string): Practice | undefined => bySlug.get(slug);
