"use server";

import { assign, endPlace, handOver } from "@/lib/careTeams/commands";
import { assignInput, endPlaceInput, handOverInput } from "@/lib/careTeams/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const assignAction = defineAction("careTeam.assign", assignInput, async (actor, input) => {
  await assign(actor, input);
  await goTo(`/admin/care-teams/${input.patientId}`, "Added to the care team");
});

export const endPlaceAction = defineAction("careTeam.end", endPlaceInput, async (actor, { placeId, patientId }) => {
  await endPlace(actor, placeId);
  await goTo(`/admin/care-teams/${patientId}`, "The place on the care team has ended");
});

export const handOverAction = defineAction("careTeam.handOver", handOverInput, async (actor, input) => {
  await handOver(actor, input);
  await goTo(`/admin/care-teams/${input.patientId}`, "Handed over");
});

export const handOverFromPersonAction = defineAction("careTeam.handOver", handOverInput, async (actor, input) => {
  await handOver(actor, input);
  await goTo(`/admin/people/${input.fromId}/hand-over`, "Handed over");
});
