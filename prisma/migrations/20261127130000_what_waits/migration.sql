-- AlterTable
ALTER TABLE "Session" ADD COLUMN "unwrittenById" UUID;

update "Session" s set "unwrittenById" = s."therapistId" where s."state" in ('inProgress', 'completed')
  and not exists (select from "Note" n where n."sessionId" = s."id" and n."authorId" = s."therapistId");

-- What waits is found by itself, however much lies behind it.
create index "Session_unwritten" on "Session" ("unwrittenById", "startsAt") where "unwrittenById" is not null;
create index "Session_unrecorded" on "Session" ("therapistId", "endsAt") where "state" in ('scheduled', 'checkedIn', 'inProgress');
create index "Note_drafts" on "Note" ("authorId", "createdAt") where "state" = 'draft';
