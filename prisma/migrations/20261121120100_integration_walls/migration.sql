-- The second wall around the integration space: what a patient writes, makes, practises and feels is theirs alone, and
-- another person reads a row because a share says so, and for no other reason.

-- 1. Every new table is closed; a row stays with its clinic and its patient --------------------------------------------

do $$
declare t text; child text[];
begin
  foreach t in array array['Entry','EntryVersion','Thread','ThreadPlace','EntryLink','Answer','Media','ClinicPractice','OwnPractice',
    'PracticeChoice','Plan','PlanItem','PracticeLog','CheckIn','StateCheck','Sensation','Fit','Book'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner on %I to portal_owner using (true) with check (true)', t);
    execute format('create policy own_clinic on %I as restrictive to portal_app using ("clinicId" = (select acting_clinic())) with check ("clinicId" = (select acting_clinic()))', t);
    -- Only when they are named, since turning a row with a picture in it into JSON is dear.
    execute format('create trigger keep_place before update of "clinicId"%s on %I for each row execute function keep_place()',
      case t when 'ClinicPractice' then '' else ', "patientId"' end, t);
    execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', t);
    execute format('grant select on %I to portal_backup', t);
    execute format('grant select, insert on %I to portal_app', t);
    if t <> 'ClinicPractice' then
      execute format('create policy patient_writes on %I for insert to portal_app with check ("patientId" = (select acting_person()) and (select acting_role()) = ''patient'')', t);
    end if;
    if t not in ('ClinicPractice', 'Entry', 'EntryVersion', 'Media') then
      execute format('create policy patient on %I for select to portal_app using ("patientId" = (select acting_person()))', t);
    end if;
    if t not in ('ClinicPractice', 'Entry', 'EntryVersion', 'Answer', 'StateCheck', 'Thread') then
      execute format('create policy patient_edits on %I for update to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()))', t);
    end if;
  end loop;
  foreach t in array array['EntryVersion','Answer','StateCheck'] loop
    execute format('create trigger refuse_change before update on %I for each row execute function refuse_change()', t);
  end loop;
  foreach child slice 1 in array array[
    ['EntryVersion','Entry','entryId'], ['ThreadPlace','Thread','threadId'], ['ThreadPlace','Entry','entryId'],
    ['EntryLink','Entry','aId'], ['EntryLink','Entry','bId'], ['Media','Entry','entryId'], ['PlanItem','Plan','planId'],
    ['GoalAction','Entry','entryId']] loop
    execute format('create trigger %I before insert or update of %I on %I for each row when (new.%I is not null) execute function same_patient(%L, %L)',
      'same_patient_' || lower(child[3]), child[3], child[1], child[3], child[2], child[3]);
  end loop;
end $$;

-- A small action may stand without a goal.
drop trigger same_patient_goal on "GoalAction";
create trigger same_patient_goal before insert on "GoalAction" for each row when (new."goalId" is not null)
  execute function same_patient('Goal', 'goalId');
alter table "GoalAction" add constraint "GoalAction_from" check ("goalId" is not null or "entryId" is not null);

-- 2. The journal -------------------------------------------------------------------------------------------------------

grant update ("kind", "prompt", "colour", "sealed", "words", "savedAt", "putAwayAt", "version") on "Entry" to portal_app;
-- A letter that waits for its day is not there, not even for its writer.
create policy patient on "Entry" for select to portal_app
  using ("patientId" = (select acting_person()) and ("sealedUntil" is null or "sealedUntil" <= now()));
create policy patient_edits on "Entry" for update to portal_app
  using ("patientId" = (select acting_person()) and ("sealedUntil" is null or "sealedUntil" <= now())) with check ("patientId" = (select acting_person()));
create policy care_team on "Entry" for select to portal_app using ("patientId" in (select treated_patients()) and "putAwayAt" is null
  and ("sealedUntil" is null or "sealedUntil" <= now())
  and exists (select 1 from "Share" h where h."subjectId" = "Entry"."id" and h."audience" = 'careTeam'));
create policy companion on "Entry" for select to portal_app using ("patientId" in (select accompanied_patients()) and "putAwayAt" is null
  and ("sealedUntil" is null or "sealedUntil" <= now())
  and exists (select 1 from "Share" h where h."subjectId" = "Entry"."id" and h."audience" = 'companion'));
create policy not_sealed_yet on "Entry" as restrictive for insert to portal_app with check ("sealedUntil" is null);
alter table "Entry" add constraint "Entry_sealed_letter" check ("sealedUntil" is null or "kind" = 'letter');

-- A letter that was sealed once is read and put away, but its words stay as they were.
create function letter_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'a letter that was sealed keeps its words' using errcode = 'integrity_constraint_violation';
end $$;
create trigger letter_lock before update of "kind", "prompt", "sealed", "words" on "Entry" for each row
  when (old."sealedUntil" is not null and (new."kind", new."prompt", new."sealed", new."words") is distinct from (old."kind", old."prompt", old."sealed", old."words"))
  execute function letter_lock();

create policy patient on "EntryVersion" for select to portal_app using ("patientId" = (select acting_person())
  and exists (select 1 from "Entry" e where e."id" = "EntryVersion"."entryId"));

-- Closes a letter until its day, and takes back what was shared of it. Its own rights could not: the row is gone for its writer.
create function seal_letter(entry uuid, until timestamptz, closed timestamptz) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare sealed_id uuid;
begin
  update "Entry" set "sealedUntil" = until, "savedAt" = closed
  where "id" = entry and "patientId" = (select acting_person()) and "clinicId" = (select acting_clinic())
    and "kind" = 'letter' and "sealedUntil" is null and "putAwayAt" is null
  returning "id" into sealed_id;
  if sealed_id is not null then
    update "Share" set "takenBackAt" = closed where "takenBackAt" is null
      and ("subjectId" = sealed_id or "subjectId" in (select m."id" from "Media" m where m."entryId" = sealed_id));
  end if;
  return sealed_id;
end $$;

-- What a writer may know of a letter that waits: that there is one, since when, and until when.
create function waiting_letters() returns table ("id" uuid, "at" timestamptz, "sealedUntil" timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select e."id", e."at", e."sealedUntil" from "Entry" e
  where e."patientId" = (select acting_person()) and e."clinicId" = (select acting_clinic()) and e."sealedUntil" > now()
  order by e."sealedUntil", e."id"
$$;

grant update ("removedAt", "addedAt") on "ThreadPlace", "EntryLink" to portal_app;
alter table "EntryLink" add constraint "EntryLink_in_order" check ("aId" < "bId");

-- An answer belongs to something that is shared with its author, and stays with the patient.
drop policy patient_writes on "Answer";
create policy care_team on "Answer" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Answer"."subjectId" and h."patientId" = "Answer"."patientId" and h."audience" = 'careTeam'));
create policy care_team_answers on "Answer" for insert to portal_app with check ("authorId" = (select acting_person())
  and "patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Answer"."subjectId" and h."patientId" = "Answer"."patientId" and h."audience" = 'careTeam'));

-- 3. What was made -----------------------------------------------------------------------------------------------------

grant update ("sealed", "entryId", "putAwayAt", "version") on "Media" to portal_app;
-- Whether an entry lies open: neither put away nor waiting for its day.
create function lies_open(entry uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select e."putAwayAt" is null and (e."sealedUntil" is null or e."sealedUntil" <= now()) from "Entry" e where e."id" = entry
$$;

-- What belongs to an entry is seen with it, and closes with it.
create policy patient on "Media" for select to portal_app using ("patientId" = (select acting_person())
  and ("entryId" is null or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
create policy care_team on "Media" for select to portal_app using ("patientId" in (select treated_patients()) and "putAwayAt" is null
  and ("entryId" is null or lies_open("entryId"))
  and (exists (select 1 from "Share" h where h."subjectId" = "Media"."id" and h."audience" = 'careTeam')
    or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
create policy companion on "Media" for select to portal_app using ("patientId" in (select accompanied_patients()) and "putAwayAt" is null
  and ("entryId" is null or lies_open("entryId"))
  and (exists (select 1 from "Share" h where h."subjectId" = "Media"."id" and h."audience" = 'companion')
    or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
-- 10 MB, and what sealing adds.
alter table "Media" add constraint "Media_size" check (octet_length("bytes") <= 10 * 1024 * 1024 + 1024);

-- 4. Practices ---------------------------------------------------------------------------------------------------------

grant update ("family", "content", "hiddenAt", "version", "updatedAt", "byId") on "ClinicPractice" to portal_app;
create policy reader on "ClinicPractice" for select to portal_app using ((select acting_role()) in ('patient', 'therapist'));
create policy therapist_writes on "ClinicPractice" for insert to portal_app
  with check ((select acting_role()) = 'therapist' and "byId" = (select acting_person()));
create policy therapist_edits on "ClinicPractice" for update to portal_app
  using ((select acting_role()) = 'therapist') with check ("byId" = (select acting_person()));

grant update ("family", "sealed", "putAwayAt", "version") on "OwnPractice" to portal_app;
-- A practice of the patient's own is read by the care team while it stands in a plan that they share.
create policy care_team on "OwnPractice" for select to portal_app using ("patientId" in (select treated_patients()) and "putAwayAt" is null
  and exists (select 1 from "PlanItem" i where i."slug" = "OwnPractice"."id"::text and i."patientId" = "OwnPractice"."patientId" and i."endedAt" is null));
grant update ("favouriteAt", "hiddenAt") on "PracticeChoice" to portal_app;
grant update ("before", "after", "minutes", "removedAt") on "PracticeLog" to portal_app;
create policy care_team on "PracticeLog" for select to portal_app using ("patientId" in (select treated_patients()) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "PracticeLog"."id" and h."audience" = 'careTeam'));
create policy companion on "PracticeLog" for select to portal_app using ("patientId" in (select accompanied_patients()) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "PracticeLog"."id" and h."audience" = 'companion'));

-- A plan is made together while it is shared.
create policy care_team on "Plan" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Plan"."id" and h."audience" = 'careTeam'));
grant update ("rhythm", "endedAt", "changedAt", "version") on "PlanItem" to portal_app;
create policy care_team on "PlanItem" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
-- A practice of the patient's own comes into the plan by the patient alone, since standing in it shows it.
create policy care_team_writes on "PlanItem" for insert to portal_app with check ("patientId" in (select treated_patients())
  and "slug" !~ '^[0-9a-f]{8}-[0-9a-f]{4}-' and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
create policy care_team_edits on "PlanItem" for update to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
create policy own_name on "PlanItem" as restrictive for insert to portal_app with check ("addedById" = (select acting_person()));
create unique index "PlanItem_once" on "PlanItem" ("planId", "slug") where "endedAt" is null;

-- 5. Body and day ------------------------------------------------------------------------------------------------------

grant update ("at", "mood", "anxiety", "energy", "pain", "state", "sleepHours", "sleepQuality", "water", "caffeine", "screens", "connection",
  "wordSealed", "version") on "CheckIn" to portal_app;
create policy care_team on "CheckIn" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "CheckIn"."id" and h."audience" = 'careTeam'));
create policy companion on "CheckIn" for select to portal_app using ("patientId" in (select accompanied_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "CheckIn"."id" and h."audience" = 'companion'));
alter table "CheckIn" add constraint "CheckIn_scales" check (
  "mood" between 1 and 5 and "anxiety" between 1 and 5 and "energy" between 1 and 5 and "pain" between 1 and 5
  and "sleepQuality" between 1 and 5 and "connection" between 1 and 5
  and "sleepHours" between 0 and 24 and "screens" between 0 and 24 and "water" between 0 and 40 and "caffeine" between 0 and 20);

grant update ("removedAt") on "Sensation" to portal_app;
create policy care_team on "Sensation" for select to portal_app using ("patientId" in (select treated_patients()) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "Sensation"."id" and h."audience" = 'careTeam'));
create policy companion on "Sensation" for select to portal_app using ("patientId" in (select accompanied_patients()) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "Sensation"."id" and h."audience" = 'companion'));

grant update ("shortPrompts", "fewerChoices", "timers", "pacing", "ancestralPrompts", "textSize", "look", "relationshipWords", "sharesCheckIns",
  "quietLeftAt", "version") on "Fit" to portal_app;

-- 6. The book ----------------------------------------------------------------------------------------------------------

grant update ("state", "progress", "readyAt", "endsAt", "pdf", "zip") on "Book" to portal_app;
create policy not_bound_yet on "Book" as restrictive for insert to portal_app with check ("state" = 'waiting' and "pdf" is null and "zip" is null);
create unique index "Book_one_at_a_time" on "Book" ("patientId") where "state" in ('waiting', 'working');
-- After 24 hours a job erases the bytes. It reads none of them.
grant select ("id", "state", "endsAt"), update ("pdf", "zip") on "Book" to portal_worker;
create policy portal_worker on "Book" to portal_worker using (true) with check (true);

-- 7. Sharing knows the new entries -------------------------------------------------------------------------------------

create or replace function share_of_own() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean; tab text;
begin
  tab := case new."subject"::text when 'intention' then 'Intention' when 'goal' then 'Goal' when 'companionNote' then 'CompanionNote'
    when 'entry' then 'Entry' when 'media' then 'Media' when 'checkIn' then 'CheckIn' when 'practiceLog' then 'PracticeLog'
    when 'sensation' then 'Sensation' when 'plan' then 'Plan' end;
  if tab is not null then
    execute format('select true from %I e where e."id" = $1 and e."patientId" = $2 and e."clinicId" = $3', tab)
      into ok using new."subjectId", new."patientId", new."clinicId";
  end if;
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- A letter that waits for its day is shared with nobody.
create function share_not_sealed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from "Entry" e where e."sealedUntil" > now()
    and (e."id" = new."subjectId" or e."id" = (select m."entryId" from "Media" m where m."id" = new."subjectId"))) then
    raise exception 'a sealed letter is shared with nobody' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger share_not_sealed before insert on "Share" for each row execute function share_not_sealed();

-- What keeps a person in a role, now with the integration space: that there is something, not how much.
create or replace function rows_of_role(person uuid) returns table ("sort" text, "number" int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select v."sort", v."number"::int
  from "Person" p cross join lateral (values
    ('places', (select count(*) from "CareTeamMember" m where p."id" in (m."patientId", m."therapistId"))),
    ('sessions', (select count(*) from "Session" s where p."id" in (s."patientId", s."therapistId"))),
    ('notes', (select count(*) from "Note" n where n."authorId" = p."id")
      + (select count(*) from "NoteAddendum" a where a."authorId" = p."id")
      + (select count(*) from "PsychotherapyNote" y where y."authorId" = p."id")
      + (select count(*) from "Answer" w where w."authorId" = p."id")
      + (select count(*) from "CompanionNote" c where c."authorId" = p."id")),
    ('goals', (select count(*) from "Goal" l where l."patientId" = p."id")),
    ('grants', (select count(*) from "CompanionGrant" g where p."id" in (g."patientId", g."companionId"))),
    ('space', (select count(*) from (
      select 1 where exists (select 1 from "Entry" e where e."patientId" = p."id") or exists (select 1 from "Media" m where m."patientId" = p."id")
        or exists (select 1 from "CheckIn" c where c."patientId" = p."id") or exists (select 1 from "PracticeLog" l where l."patientId" = p."id")
        or exists (select 1 from "Plan" l where l."patientId" = p."id") or exists (select 1 from "OwnPractice" o where o."patientId" = p."id")
        or exists (select 1 from "StateCheck" c where c."patientId" = p."id") or exists (select 1 from "Sensation" n where n."patientId" = p."id")) one))
  ) as v("sort", "number")
  where p."id" = person and p."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin' and v."number" > 0
$$;

create index "Share_audience" on "Share" ("patientId", "audience", "sharedAt") where "takenBackAt" is null;

-- 8. Jobs --------------------------------------------------------------------------------------------------------------

create or replace function enqueue(task text, payload json, job_key text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if task not in ('mail', 'seal', 'book') then
    raise exception 'no such job: %', task using errcode = 'invalid_parameter_value';
  end if;
  -- A job replaces one of the same key, so a key that names another letter would stop that letter.
  if task in ('mail', 'book') and job_key is distinct from task || ':' || (payload ->> 'id') then
    raise exception 'each letter and each book has a job of its own' using errcode = 'invalid_parameter_value';
  end if;
  -- A book is made with the eyes of the one who asked: the job works under that sign-in, and finds nothing once it has ended.
  if task = 'book' and ((payload ->> 'handleHash') is distinct from current_setting('app.handle', true)
    or not exists (select 1 from "Book" b where b."id" = (payload ->> 'id')::uuid and b."patientId" = (select acting_person()))) then
    raise exception 'nobody asks for the book of another' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := job_key, max_attempts := case task when 'book' then 3 else 12 end);
end $$;

do $$
declare f text;
begin
  foreach f in array array['seal_letter(uuid, timestamptz, timestamptz)', 'waiting_letters()', 'share_not_sealed()', 'letter_lock()', 'lies_open(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function seal_letter(uuid, timestamptz, timestamptz), waiting_letters(), lies_open(uuid) to portal_app;
