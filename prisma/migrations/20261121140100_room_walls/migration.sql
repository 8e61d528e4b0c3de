-- What Prisma's schema cannot say of the companion's room. Who may see and write what stands in prisma/walls.

create unique index "Suspension_live" on "Suspension" ("grantId") where "liftedAt" is null;
-- The lines of a note that was opened as a whole are open.
update "CompanionLine" l set "openedAt" = n."openedAt" from "CompanionNote" n
  where n."id" = l."noteId" and n."openedAt" is not null and l."openedAt" is null;
-- What was shared with its note is shared line by line from now on.
insert into "Share" ("id", "clinicId", "patientId", "subject", "subjectId", "audience", "companionId", "sharedAt")
  select gen_random_uuid(), h."clinicId", h."patientId", 'companionLine', l."id", h."audience", h."companionId", h."sharedAt"
  from "Share" h join "CompanionLine" l on l."noteId" = h."subjectId"
  where h."subject" = 'companionNote' and h."takenBackAt" is null and l."removedAt" is null;
alter table "Clinic" add constraint "Clinic_lookIn" check ("lookInMinutes" between 5 and 60);
