-- What Prisma's schema cannot say of the first tables. Who may see and write what stands in prisma/walls.

create extension if not exists btree_gist;

alter table "CareTeamMember" add constraint "CareTeamMember_in_order" check ("until" >= "from");
alter table "CareTeamMember" add constraint "CareTeamMember_once" exclude using gist
  ("patientId" with =, "therapistId" with =, tstzrange("from", "until") with &&);
create unique index "Course_open" on "Course" ("patientId") where "endedAt" is null;
alter table "Session" add constraint "Session_in_order" check ("endsAt" > "startsAt");
alter table "Session" add constraint "Session_therapist_free" exclude using gist
  ("therapistId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));
alter table "Session" add constraint "Session_patient_free" exclude using gist
  ("patientId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));
alter table "Share" add constraint "Share_audience" check (("audience" = 'companion') = ("companionId" is not null));
create unique index "Share_live" on "Share" ("subjectId", "audience", "companionId") nulls not distinct where "takenBackAt" is null;
create unique index "NoteRelease_current" on "NoteRelease" ("noteId") where "supersededAt" is null;
alter table "Note" add constraint "Note_signature" check (("state" = 'signed') = ("signedAt" is not null and "signerName" is not null and "signerCredentials" is not null));
