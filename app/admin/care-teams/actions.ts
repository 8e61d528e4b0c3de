"use server";

import { assign, endPlace, handOver } from "@/lib/careTeams/commands";
import { assignInput, endPlaceInput, handOverInput } from "@/lib/careTeams/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const assignAction = defineAction(
  assignInput,
  async (actor, input) => {
    await assign(actor, input);
    await goTo(`/admin/care-teams/${input.patientId}`, "Added to the care team");
  },
  ["admin"],
);

export const endPlaceAction = defineAction(
  endPlaceInput,
  async (actor, { placeId, patientId }) => {
    await endPlace(actor, placeId);
    await goTo(`/admin/care-teams/${patientId}`, "The place on the care team has ended");
  },
  ["admin"],
);

export const handOverAction = defineAction(
  handOverInput,
  async (actor, input) => {
    await handOver(actor, input);
    await goTo(`/admin/care-teams/${input.patientId}`, "Handed over");
  },
  ["admin"],
);

export const handOverFromPersonAction = defineAction(
  handOverInput,
  async (actor, input) => {
    await handOver(actor, input);
    await goTo(`/admin/people/${input.fromId}/hand-over`, "Handed over");
  },
  ["admin"],
);
