import { ensureBuild } from "./build";
import { generateAll } from "./generate";

/** Builds ahead of the start, such as for an image. */
export async function main() {
  generateAll();
  await ensureBuild();
}
