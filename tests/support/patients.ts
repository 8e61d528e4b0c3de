import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { joinCareTeam } from "@/prisma/seed/sessions";

export const hour = 3_600_000;
export const inHours = (hours: number) => new Date(Math.ceil(Date.now() / hour) * hour + hours * hour);

/** A therapist, a colleague, and a way to get patients whom the therapist treats. */
export async function makePractice() {
  const { clinicId, admin } = await makeClinic({ timeZone: "UTC" });
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes" });
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  const treat = async (name: string, place = {}) => {
    const patient = await makePerson(clinicId, "patient", { name: name.split(" ")[0] ?? name, fullName: name });
    await joinCareTeam(admin, patient, therapist, place);
    return patient;
  };
  return { clinicId, admin, therapist, colleague, treat };
}
