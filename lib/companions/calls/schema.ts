import { z } from "zod";
import { id } from "@/lib/core/fields";

export const acknowledgeInput = z.object({ callId: id() });
