import { serve } from "./lib/releases.mjs";

await serve();
