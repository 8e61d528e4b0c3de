-- What Prisma's schema cannot say of the integration space. Who may see and write what stands in prisma/walls.

alter table "GoalAction" add constraint "GoalAction_from" check ("goalId" is not null or "entryId" is not null);
alter table "Entry" add constraint "Entry_sealed_letter" check ("sealedUntil" is null or "kind" = 'letter');
alter table "EntryLink" add constraint "EntryLink_in_order" check ("aId" < "bId");
-- 10 MB, and what sealing adds.
alter table "Media" add constraint "Media_size" check (octet_length("bytes") <= 10 * 1024 * 1024 + 1024);
create unique index "PlanItem_once" on "PlanItem" ("planId", "slug") where "endedAt" is null;
alter table "CheckIn" add constraint "CheckIn_scales" check (
  "mood" between 1 and 5 and "anxiety" between 1 and 5 and "energy" between 1 and 5 and "pain" between 1 and 5
  and "sleepQuality" between 1 and 5 and "connection" between 1 and 5
  and "sleepHours" between 0 and 24 and "screens" between 0 and 24 and "water" between 0 and 40 and "caffeine" between 0 and 20);
create unique index "Book_one_at_a_time" on "Book" ("patientId") where "state" in ('waiting', 'working');
create index "Share_audience" on "Share" ("patientId", "audience", "sharedAt") where "takenBackAt" is null;
