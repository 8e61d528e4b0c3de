import { system } from "@/lib/core/system";

/** What anybody may know of the clinic where this portal serves just one: whom to call. Null where it serves several, or none yet. */
export const findOnlyClinic = () =>
  system("accounts", async (db) => {
    const clinics = await db.clinic.findMany({ select: { name: true, phone: true, crisisText: true }, take: 2 });
    return clinics.length === 1 ? (clinics[0] ?? null) : null;
  });
