-- The second wall around the companion's room: bounded by the grant while it lasts, the patient's alone from handing over on.

-- 1. Every new table is closed; a row stays with its clinic and its patient --------------------------------------------

do $$
declare t text; child text[];
begin
  foreach t in array array['Agreement','LookIn','StaffCall','Memory','Quote','RecallItem','DrawerLine','Suspension'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner on %I to portal_owner using (true) with check (true)', t);
    execute format('create policy own_clinic on %I as restrictive to portal_app using ("clinicId" = (select acting_clinic())) with check ("clinicId" = (select acting_clinic()))', t);
    execute format('create trigger keep_place before update of "clinicId", "patientId" on %I for each row execute function keep_place()', t);
    execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', t);
    execute format('grant select on %I to portal_backup', t);
    execute format('grant select on %I to portal_app', t);
  end loop;
  foreach child slice 1 in array array[
    ['Agreement','Session','sessionId'], ['Agreement','CompanionGrant','grantId'], ['LookIn','Session','sessionId'], ['StaffCall','Session','sessionId'],
    ['Memory','CompanionLine','lineId'], ['Quote','Session','sessionId'], ['RecallItem','Session','sessionId'], ['RecallItem','Thread','threadId'],
    ['DrawerLine','CompanionGrant','grantId'], ['Suspension','CompanionGrant','grantId']] loop
    execute format('create trigger %I before insert or update of %I on %I for each row when (new.%I is not null) execute function same_patient(%L, %L)',
      'same_patient_' || lower(child[3]), child[3], child[1], child[3], child[2], child[3]);
  end loop;
end $$;

-- 2. Before: the agreement ---------------------------------------------------------------------------------------------

grant insert, update ("sealed", "version", "savedAt", "savedById", "patientVersion", "patientAt", "companionVersion", "companionAt") on "Agreement" to portal_app;
create policy patient on "Agreement" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy companion on "Agreement" to portal_app
  using ("sessionId" in (select granted_sessions()) and exists (select 1 from "CompanionGrant" g where g."id" = "Agreement"."grantId"))
  with check ("sessionId" in (select granted_sessions()) and exists (select 1 from "CompanionGrant" g where g."id" = "Agreement"."grantId"));
create policy care_team on "Agreement" for select to portal_app using ("patientId" in (select treated_patients()));

-- Each confirms in their own name what both can read, and nobody changes it once the session has begun.
create function agreement_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare st text; is_patient boolean := acting_person() = new."patientId"; was_p int; was_c int; was_v int := 0;
begin
  select s."state"::text into st from "Session" s where s."id" = new."sessionId" for share;
  if st not in ('scheduled', 'checkedIn') then
    raise exception 'the session has begun' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' then
    was_p := old."patientVersion"; was_c := old."companionVersion"; was_v := old."version";
  end if;
  if acting_role() = 'patient' and new."companionVersion" is distinct from was_c
    or acting_role() = 'companion' and new."patientVersion" is distinct from was_p then
    raise exception 'nobody confirms for another' using errcode = 'insufficient_privilege';
  end if;
  if new."version" <> was_v and acting_role() in ('patient', 'companion') and new."savedById" is distinct from acting_person() then
    raise exception 'nobody writes in another name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger agreement_change before insert or update on "Agreement" for each row execute function agreement_change();

-- 3. In the room -------------------------------------------------------------------------------------------------------

grant insert on "LookIn", "StaffCall" to portal_app;
grant update ("acknowledgedAt", "acknowledgedById") on "StaffCall" to portal_app;
create policy author_writes on "LookIn" for insert to portal_app with check ("authorId" = (select acting_person()) and "sessionId" in (select granted_sessions()));
create policy author on "LookIn" for select to portal_app using ("authorId" = (select acting_person()) and "sessionId" in (select granted_sessions()));
create policy patient on "LookIn" for select to portal_app using ("patientId" = (select acting_person()));
create policy care_team on "LookIn" for select to portal_app using ("patientId" in (select treated_patients()));
create policy author_writes on "StaffCall" for insert to portal_app
  with check ("authorId" = (select acting_person()) and "sessionId" in (select granted_sessions()) and "acknowledgedAt" is null);
create policy author on "StaffCall" for select to portal_app using ("authorId" = (select acting_person()) and "sessionId" in (select granted_sessions()));
create policy patient on "StaffCall" for select to portal_app using ("patientId" = (select acting_person()));
create policy care_team on "StaffCall" for select to portal_app using ("patientId" in (select treated_patients()));
create policy care_team_acknowledges on "StaffCall" for update to portal_app
  using ("patientId" in (select treated_patients()) and "acknowledgedAt" is null)
  with check ("acknowledgedById" = (select acting_person()) and "acknowledgedAt" is not null);
create trigger refuse_change before update on "LookIn" for each row execute function refuse_change();

-- Whom a companion sees coming: the name alone of who answered a call of theirs.
create function names_of_answers(calls uuid[]) returns table ("callId" uuid, "name" text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c."id", p."name" from "StaffCall" c join "Person" p on p."id" = c."acknowledgedById"
  where c."id" = any (calls) and c."authorId" = (select acting_person()) and c."sessionId" in (select granted_sessions())
$$;

-- Whoever waits for calls and answers is woken. What there is to see, they read for themselves.
create function wake_room() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('room', coalesce(to_jsonb(new) ->> 'patientId', ''));
  return null;
end $$;
create trigger wake_room after insert or update on "StaffCall" for each row execute function wake_room();
create trigger wake_room after update of "endedAt", "suspendedAt" on "CompanionGrant" for each row execute function wake_room();

-- 4. After: the patient first ------------------------------------------------------------------------------------------

grant update ("openedAt", "setAsideAt") on "CompanionLine" to portal_app;
grant update ("movedSealed", "rideHome", "openWith", "setAsideAt") on "CompanionNote" to portal_app;
create policy patient_opens on "CompanionLine" for update to portal_app using ("patientId" = (select acting_person())
  and exists (select 1 from "CompanionNote" n where n."id" = "CompanionLine"."noteId" and n."handedOverAt" is not null))
  with check ("patientId" = (select acting_person()));

-- From handing over on, only what the patient decides about a note and its lines changes.
create or replace function companion_note_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare own text[] := array['openedAt', 'openWith', 'setAsideAt'];
begin
  if old."handedOverAt" is not null and to_jsonb(new) - own is distinct from to_jsonb(old) - own then
    raise exception 'a handed over note stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if old."handedOverAt" is null and (new."openedAt", new."openWith", new."setAsideAt") is distinct from (old."openedAt", old."openWith", old."setAsideAt") then
    raise exception 'a note is opened once it is handed over' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function companion_line_lock() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare own text[] := array['openedAt', 'setAsideAt']; handed boolean;
begin
  select n."handedOverAt" is not null into handed from "CompanionNote" n where n."id" = old."noteId";
  if handed and to_jsonb(new) - own is distinct from to_jsonb(old) - own then
    raise exception 'a handed over note stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if not handed and (new."openedAt", new."setAsideAt") is distinct from (old."openedAt", old."setAsideAt") then
    raise exception 'a line is opened once it is handed over' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger companion_line_lock before update on "CompanionLine" for each row execute function companion_line_lock();

-- A line is seen by the care team, or by a companion, because it was shared itself.
drop policy reader on "CompanionLine";
create policy author on "CompanionLine" for select to portal_app using (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));
create policy patient on "CompanionLine" for select to portal_app using ("patientId" = (select acting_person())
  and exists (select 1 from "CompanionNote" n where n."id" = "CompanionLine"."noteId" and n."handedOverAt" is not null));
create policy care_team on "CompanionLine" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionLine"."id" and h."audience" = 'careTeam'));
create policy shared_companion on "CompanionLine" for select to portal_app using ("patientId" in (select accompanied_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionLine"."id" and h."audience" = 'companion'));

-- Of a line that was shared without its note: to which session it belongs, and what the patient calls its author.
create function notes_of_lines(lines uuid[]) returns table ("lineId" uuid, "sessionId" uuid, "companionName" text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l."id", n."sessionId", case when g."nameGoneAt" is null then g."companionName" end
  from "CompanionLine" l join "CompanionNote" n on n."id" = l."noteId" join "CompanionGrant" g on g."id" = n."grantId"
  join "Share" h on h."subjectId" = l."id" and h."takenBackAt" is null
  where l."id" = any (lines) and l."clinicId" = (select acting_clinic()) and n."handedOverAt" is not null
    and (h."audience" = 'careTeam' and l."patientId" in (select treated_patients())
      or h."companionId" = (select acting_person()) and l."patientId" in (select accompanied_patients()))
$$;

grant insert, update ("sealed", "version", "at") on "Memory" to portal_app;
create policy patient on "Memory" to portal_app using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and exists (select 1 from "CompanionLine" l where l."id" = "Memory"."lineId"));
create policy care_team on "Memory" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Memory"."id" and h."audience" = 'careTeam'));

grant insert, update ("textSealed", "at", "sharedAt", "removedAt") on "Quote" to portal_app;
create policy author on "Quote" to portal_app using ("authorId" = (select acting_person()) and "patientId" in (select treated_patients()))
  with check ("authorId" = (select acting_person()) and "patientId" in (select treated_patients()));
create policy care_team on "Quote" for select to portal_app using ("patientId" in (select treated_patients()) and "removedAt" is null);
create policy patient on "Quote" for select to portal_app using ("patientId" = (select acting_person()) and "sharedAt" is not null and "removedAt" is null);
-- What the patient may have read stays as it was.
create function quote_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'a quote that was shared keeps its words' using errcode = 'integrity_constraint_violation';
end $$;
create trigger quote_lock before update of "textSealed", "at" on "Quote" for each row
  when (old."sharedAt" is not null and (new."textSealed", new."at") is distinct from (old."textSealed", old."at")) execute function quote_lock();

grant insert, update ("position", "withIntention", "bringAt", "threadId", "setAsideAt", "changedAt") on "RecallItem" to portal_app;
create policy patient on "RecallItem" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));

-- Whether a line or a note was brought to integration is shown beside it, to those who see it anyway.
create policy care_team on "RecallItem" for select to portal_app using ("patientId" in (select treated_patients()) and "bringAt" is not null
  and ("subject" = 'quote' or exists (select 1 from "Share" h where h."subjectId" = "RecallItem"."subjectId" and h."audience" = 'careTeam')));

-- 5. Bounds ------------------------------------------------------------------------------------------------------------

grant insert ("welcomeSealed", "unsent"), update ("welcomeSealed", "unsent", "nameAskedAt", "nameGoneAt") on "CompanionGrant" to portal_app;
create policy care_team on "CompanionGrantSession" for select to portal_app using ("patientId" in (select treated_patients()));
grant update ("openedAt") on "DrawerLine" to portal_app;
create policy patient on "DrawerLine" for select to portal_app using ("patientId" = (select acting_person()));
create policy patient_opens on "DrawerLine" for update to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));

-- What a companion's device still held when their access ended. It goes to the patient alone, if they chose so. Answers whether it was taken.
create function deliver_to_drawer(line uuid, session uuid, said_at timestamptz, sealed text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare g "CompanionGrant"; n "CompanionNote"; begun timestamptz;
begin
  select c.* into g from "CompanionGrant" c join "Session" s on s."id" = session and s."patientId" = c."patientId"
  where c."companionId" = (select a."personId" from acting() a where a."role" = 'companion') and c."clinicId" = (select acting_clinic())
    and c."acceptedAt" is not null and (c."endedAt" is not null or c."suspendedAt" is not null)
    and (c."scope" = 'course' and (select s."endsAt" from "Session" s where s."id" = session) >= c."createdAt"
      or exists (select 1 from "CompanionGrantSession" gs where gs."grantId" = c."id" and gs."sessionId" = session))
  order by c."createdAt" desc limit 1;
  if g."id" is null or g."unsent" <> 'drawer' then return false; end if;
  -- Only what was written before the access ended, and for seven days.
  if said_at > least(g."endedAt", g."suspendedAt") or least(g."endedAt", g."suspendedAt") < now() - interval '7 days' then return false; end if;
  insert into "DrawerLine" ("id", "clinicId", "patientId", "sessionId", "grantId", "at", "textSealed", "deliveredAt")
  values (line, g."clinicId", g."patientId", session, g."id", said_at, sealed, at) on conflict do nothing;
  return true;
end $$;

-- A therapist pauses a companion's access. The companion sees that it has ended; why stands in "Suspension", for the care team alone.
grant insert, update ("liftedAt", "liftedById") on "Suspension" to portal_app;
create policy care_team on "Suspension" to portal_app using ("patientId" in (select treated_patients()))
  with check ("patientId" in (select treated_patients()) and ("byId" = (select acting_person()) or "liftedById" = (select acting_person())));
create policy own_name on "Suspension" as restrictive for insert to portal_app with check ("byId" = (select acting_person()));
create unique index "Suspension_live" on "Suspension" ("grantId") where "liftedAt" is null;
create function carry_suspension() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "CompanionGrant" set "suspendedAt" = case when new."liftedAt" is null then new."at" end,
    "suspendedById" = case when new."liftedAt" is null then new."byId" end
  where "id" = new."grantId" and "endedAt" is null;
  return null;
end $$;
create trigger carry_suspension after insert or update on "Suspension" for each row execute function carry_suspension();

-- A companion ends their own role, and may ask that their name goes with it. Answers with the patient, or null where there is nothing to end.
create function leave_grant(grant_id uuid, ask_name boolean, at timestamptz) returns uuid language sql volatile security definer set search_path = pg_catalog, public as $$
  with gone as (
    update "CompanionGrant" set "endedAt" = at, "nameAskedAt" = case when ask_name then at end
    where "id" = grant_id and "companionId" = (select a."personId" from acting() a where a."role" = 'companion') and "endedAt" is null
      and "clinicId" = (select acting_clinic())
    returning "patientId", "companionId"), shut as (
    update "Share" h set "takenBackAt" = at from gone
    where h."patientId" = gone."patientId" and h."companionId" = gone."companionId" and h."takenBackAt" is null)
  select "patientId" from gone
$$;

-- Access that has ended stays ended; that a name goes from the patient's view may still be agreed.
create or replace function grant_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if to_jsonb(new) - 'nameGoneAt' is distinct from to_jsonb(old) - 'nameGoneAt' then
    raise exception 'access that has ended stays ended' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- The last thing that a companion who leaves does is to be named in the patient's log.
create function left_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."patientId" from "CompanionGrant" g
  where g."companionId" = (select a."personId" from acting() a where a."role" = 'companion') and g."endedAt" is not null
$$;
create policy leaves on "AuditEntry" for insert to portal_app with check ("actorId" = (select acting_person()) and "role" = 'companion'
  and "system" is null and "verb" = 'companion.leave' and "patientId" in (select left_patients()));

-- What the admin knows of companions' access: that there is some, and its dates.
create function grant_dates() returns table ("id" uuid, "createdAt" timestamptz, "acceptedAt" timestamptz, "endedAt" timestamptz, "suspended" boolean, "lastUsedAt" timestamptz, "until" timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g."id", g."createdAt", g."acceptedAt", g."endedAt", g."suspendedAt" is not null,
    (select max(s."lastSeenAt") from "SignIn" s where s."personId" = g."companionId" and g."acceptedAt" is not null),
    (select max(coalesce(s."completedAt", s."endsAt")) + make_interval(days => c."grantDays") from "Session" s
      where s."patientId" = g."patientId" and case g."scope" when 'course' then s."endsAt" >= g."createdAt" else exists (
        select 1 from "CompanionGrantSession" gs where gs."grantId" = g."id" and gs."sessionId" = s."id" and gs."removedAt" is null) end)
  from "CompanionGrant" g join "Clinic" c on c."id" = g."clinicId"
  where g."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
$$;

-- 6. Sharing knows lines and memories ----------------------------------------------------------------------------------

create or replace function share_of_own() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean; tab text;
begin
  tab := case new."subject"::text when 'intention' then 'Intention' when 'goal' then 'Goal' when 'companionNote' then 'CompanionNote'
    when 'entry' then 'Entry' when 'media' then 'Media' when 'checkIn' then 'CheckIn' when 'practiceLog' then 'PracticeLog'
    when 'sensation' then 'Sensation' when 'plan' then 'Plan' when 'companionLine' then 'CompanionLine' when 'memory' then 'Memory' end;
  if tab is not null then
    execute format('select true from %I e where e."id" = $1 and e."patientId" = $2 and e."clinicId" = $3', tab)
      into ok using new."subjectId", new."patientId", new."clinicId";
  end if;
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- The lines of a note that was opened as a whole are open.
update "CompanionLine" l set "openedAt" = n."openedAt" from "CompanionNote" n
  where n."id" = l."noteId" and n."openedAt" is not null and l."openedAt" is null;

-- What was shared with its note is shared line by line from now on.
insert into "Share" ("id", "clinicId", "patientId", "subject", "subjectId", "audience", "companionId", "sharedAt")
  select gen_random_uuid(), h."clinicId", h."patientId", 'companionLine', l."id", h."audience", h."companionId", h."sharedAt"
  from "Share" h join "CompanionLine" l on l."noteId" = h."subjectId"
  where h."subject" = 'companionNote' and h."takenBackAt" is null and l."removedAt" is null;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('agreement_change', 'wake_room', 'companion_line_lock', 'quote_lock', 'deliver_to_drawer', 'carry_suspension', 'leave_grant', 'left_patients', 'names_of_answers', 'notes_of_lines', 'grant_dates')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function deliver_to_drawer(uuid, uuid, timestamptz, text, timestamptz), leave_grant(uuid, boolean, timestamptz), left_patients(), names_of_answers(uuid[]), notes_of_lines(uuid[]), grant_dates() to portal_app;
grant update ("lookInMinutes") on "Clinic" to portal_app;
alter table "Clinic" add constraint "Clinic_lookIn" check ("lookInMinutes" between 5 and 60);
