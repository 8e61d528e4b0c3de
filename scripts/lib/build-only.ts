import { ensureBuild } from "./build";
import { generateClient } from "./generate";

/** Builds ahead of the start, such as for an image. */
export async function main() {
  generateClient();
  await ensureBuild();
}
