import { z } from "zod";
import { email, id } from "@/lib/core/fields";
import { typedPassword } from "../passwords/schema";

export const signInInput = z.object({ email, password: typedPassword });
export const endSignInInput = z.object({ signInId: id() });
export const roomInput = z.object({ personId: id("Choose a room") });

export const nothingInput = z.object({});
