-- The second wall. The application connects as portal_app and sets only the hash of a sign-in handle; everything below
-- decides from that which rows exist. Relations are written once, in the functions of section 1.

create extension if not exists btree_gist;

grant usage on schema public to portal_app, portal_accounts, portal_worker, portal_auditor, portal_backup;

-- 1. Who is acting, and to whom they stand in which relation ---------------------------------------------------------

create function acting() returns "SignIn" language sql stable security definer set search_path = pg_catalog, public as $$
  select s.*
  from "SignIn" s join "Person" p on p."id" = s."personId" join "Clinic" c on c."id" = s."clinicId"
  where s."handleHash" = nullif(current_setting('app.handle', true), '')
    and s."endedAt" is null and s."endsAt" > now()
    and s."lastSeenAt" > now() - make_interval(mins =>
      case when s."role" in ('admin', 'therapist') then c."staffIdleMinutes" else c."patientIdleMinutes" end)
    and p."deactivatedAt" is null and p."role" = s."role"
$$;

create function acting_person() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a."personId" from acting() a
$$;

create function acting_clinic() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a."clinicId" from acting() a
$$;

create function acting_role() returns "Role" language sql stable security definer set search_path = pg_catalog, public as $$
  select a."role" from acting() a
$$;

-- What the application may know of the one who is acting.
create function acting_actor() returns table (
  "personId" uuid, "accountId" uuid, "clinicId" uuid, "role" "Role", "signInId" uuid, "name" text, "timeZone" text,
  "passwordAt" timestamptz, "lastSeenAt" timestamptz, "endsAt" timestamptz, "idleMinutes" int,
  "clinicName" text, "clinicTimeZone" text, "isDemonstration" boolean, "otherRooms" int
) language sql stable security definer set search_path = pg_catalog, public as $$
  select p."id", s."accountId", s."clinicId", s."role", s."id", p."name", p."timeZone", s."passwordAt", s."lastSeenAt", s."endsAt",
    case when s."role" in ('admin', 'therapist') then c."staffIdleMinutes" else c."patientIdleMinutes" end,
    c."name", c."timeZone", c."isDemonstration",
    (select count(*)::int from "Person" o where o."accountId" = s."accountId" and o."id" <> p."id" and o."deactivatedAt" is null)
  from acting() s join "Person" p on p."id" = s."personId" join "Clinic" c on c."id" = s."clinicId"
$$;

-- Real activity moves the idle limit, at most once a minute.
create function touch_sign_in() returns void language sql volatile security definer set search_path = pg_catalog, public as $$
  update "SignIn" set "lastSeenAt" = now()
  where "id" = (select a."id" from acting() a) and "lastSeenAt" < now() - interval '1 minute'
$$;

create function treated_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select m."patientId" from "CareTeamMember" m
  where m."therapistId" = (select acting_person()) and m."from" <= now() and (m."until" is null or m."until" > now())
$$;

create function my_care_team() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select m."therapistId" from "CareTeamMember" m
  where m."patientId" = (select acting_person())
$$;

-- A companion's access: accepted, neither ended nor suspended, until the clinic's number of days after the session.
create function granted_sessions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select s."id"
  from "CompanionGrant" g
  join "Clinic" c on c."id" = g."clinicId"
  join "Session" s on s."patientId" = g."patientId"
  where g."companionId" = (select acting_person())
    and g."acceptedAt" is not null and g."endedAt" is null and g."suspendedAt" is null
    and s."endsAt" >= g."createdAt"
    and coalesce(s."completedAt", s."endsAt") + make_interval(days => c."grantDays") > now()
    and (g."scope" = 'course' or exists (
      select 1 from "CompanionGrantSession" gs where gs."grantId" = g."id" and gs."sessionId" = s."id"))
$$;

create function accompanied_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."patientId" from "CompanionGrant" g
  where g."companionId" = (select acting_person())
    and g."acceptedAt" is not null and g."endedAt" is null and g."suspendedAt" is null
$$;

create function my_companions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."companionId" from "CompanionGrant" g where g."patientId" = (select acting_person()) and g."companionId" is not null
$$;

-- 2. Every table is closed; a row belongs to one clinic and stays there ------------------------------------------------

do $$
declare t record;
begin
  for t in select c.relname, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinicId') as clinic
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
  loop
    execute format('alter table %I enable row level security, force row level security', t.relname);
    execute format('create policy owner on %I to portal_owner using (true) with check (true)', t.relname);
    execute format('grant select on %I to portal_backup', t.relname);
    if t.clinic then
      execute format('create policy own_clinic on %I as restrictive to portal_app using ("clinicId" = (select acting_clinic())) with check ("clinicId" = (select acting_clinic()))', t.relname);
    end if;
  end loop;
end $$;

create function keep_place() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if to_jsonb(new) -> 'clinicId' is distinct from to_jsonb(old) -> 'clinicId'
    or to_jsonb(new) -> 'patientId' is distinct from to_jsonb(old) -> 'patientId' then
    raise exception 'a row stays with its clinic and its patient' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- A row under a parent names the same patient and clinic as the parent. Arguments: the parent's table, the column that points to it.
create function same_patient() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean;
begin
  execute format('select true from %I p where p."id" = $1 and p."patientId" = $2 and p."clinicId" = $3', tg_argv[0])
    into ok using (to_jsonb(new) ->> tg_argv[1])::uuid, new."patientId", new."clinicId";
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

do $$
declare t text; pair text[];
begin
  foreach t in array array['CareTeamMember','Course','Session','Intention','IntentionWording','Goal','GoalAction','Share',
    'Note','PsychotherapyNote','CompanionGrant','CompanionNote','CompanionLine','NoteRelease'] loop
    execute format('create trigger keep_place before update on %I for each row execute function keep_place()', t);
  end loop;
  foreach pair slice 1 in array array[
    ['Session','Course','courseId'], ['SessionChange','Session','sessionId'], ['Intention','Session','sessionId'],
    ['IntentionWording','Intention','intentionId'], ['GoalAction','Goal','goalId'], ['Note','Session','sessionId'],
    ['NoteAddendum','Note','noteId'], ['NoteRelease','Note','noteId'], ['PsychotherapyNote','Session','sessionId'],
    ['CompanionGrantSession','Session','sessionId'], ['CompanionGrantSession','CompanionGrant','grantId'],
    ['CompanionNote','Session','sessionId'], ['CompanionNote','CompanionGrant','grantId'], ['CompanionLine','CompanionNote','noteId']] loop
    execute format('create trigger %I before insert on %I for each row execute function same_patient(%L, %L)',
      'same_patient_' || lower(pair[2]), pair[1], pair[2], pair[3]);
  end loop;
end $$;

-- 3. What each person may see and write --------------------------------------------------------------------------------

grant select, update on "Clinic" to portal_app;
create policy own on "Clinic" for select to portal_app using ("id" = (select acting_clinic()));
create policy admin_edits on "Clinic" for update to portal_app
  using ("id" = (select acting_clinic()) and (select acting_role()) = 'admin') with check ("id" = (select acting_clinic()));

grant select on "ClinicKey" to portal_app;
create policy own on "ClinicKey" for select to portal_app using (true);

grant select, update on "Person" to portal_app;
create policy self on "Person" for select to portal_app using ("id" = (select acting_person()));
create policy staff_by_staff on "Person" for select to portal_app
  using ("role" in ('admin', 'therapist') and (select acting_role()) in ('admin', 'therapist'));
create policy all_by_admin on "Person" for select to portal_app using ((select acting_role()) = 'admin');
create policy patient_by_care_team on "Person" for select to portal_app using ("id" in (select treated_patients()));
create policy care_team_by_patient on "Person" for select to portal_app using ("id" in (select my_care_team()));
create policy companion_by_patient on "Person" for select to portal_app using ("id" in (select my_companions()));
create policy patient_by_companion on "Person" for select to portal_app using ("id" in (select accompanied_patients()));
create policy self_edits on "Person" for update to portal_app using ("id" = (select acting_person()));
create policy admin_edits on "Person" for update to portal_app using ((select acting_role()) = 'admin');

-- Role, credentials and activity are the admin's to change.
create function person_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user <> 'portal_app' then return new; end if;
  if (new."role", new."credentials", new."deactivatedAt", new."accountId") is distinct from (old."role", old."credentials", old."deactivatedAt", old."accountId")
    and acting_role() is distinct from 'admin' then
    raise exception 'only an admin changes this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger person_change before update on "Person" for each row execute function person_change();

-- A change of role and a deactivation end every sign-in of that person, at once and on every instance.
create function end_sign_ins() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "SignIn" set "endedAt" = now(), "endedBy" = 'account' where "personId" = new."id" and "endedAt" is null;
  return null;
end $$;
create trigger end_sign_ins after update of "role", "deactivatedAt" on "Person" for each row
  when (new."role" is distinct from old."role" or (new."deactivatedAt" is not null and old."deactivatedAt" is null))
  execute function end_sign_ins();

grant select, update on "Contact" to portal_app;
create policy self on "Contact" for select to portal_app using ("personId" = (select acting_person()));
create policy admin on "Contact" for select to portal_app using ((select acting_role()) = 'admin');
create policy care_team on "Contact" for select to portal_app using ("personId" in (select treated_patients()));
create policy self_edits on "Contact" for update to portal_app using ("personId" = (select acting_person()));
create policy admin_edits on "Contact" for update to portal_app using ((select acting_role()) = 'admin');

grant select, insert, update on "Invitation" to portal_app;
create policy admin on "Invitation" to portal_app using ((select acting_role()) = 'admin')
  with check ((select acting_role()) = 'admin');
create policy patient on "Invitation" to portal_app
  using ("createdById" = (select acting_person()) and (select acting_role()) = 'patient')
  with check ("createdById" = (select acting_person()) and (select acting_role()) = 'patient' and "role" = 'companion' and "grantId" is not null);

grant select, insert on "Mail" to portal_app;
create policy admin on "Mail" for select to portal_app using ((select acting_role()) = 'admin');
create policy anyone_writes on "Mail" for insert to portal_app with check ((select acting_person()) is not null);

grant select, insert, update on "CareTeamMember" to portal_app;
create policy admin on "CareTeamMember" to portal_app using ((select acting_role()) = 'admin') with check ((select acting_role()) = 'admin');
create policy patient on "CareTeamMember" for select to portal_app using ("patientId" = (select acting_person()));
create policy therapist on "CareTeamMember" for select to portal_app
  using ("therapistId" = (select acting_person()) or "patientId" in (select treated_patients()));
create unique index "CareTeamMember_live" on "CareTeamMember" ("patientId", "therapistId") where "until" is null;

grant select, insert, update on "Course" to portal_app;
create policy patient on "Course" for select to portal_app using ("patientId" = (select acting_person()));
create policy care_team on "Course" to portal_app using ("patientId" in (select treated_patients())) with check ("patientId" in (select treated_patients()));
create unique index "Course_open" on "Course" ("patientId") where "endedAt" is null;

grant select, insert, update on "Session" to portal_app;
create policy patient on "Session" for select to portal_app using ("patientId" = (select acting_person()));
create policy admin on "Session" for select to portal_app using ((select acting_role()) = 'admin');
create policy care_team on "Session" to portal_app using ("patientId" in (select treated_patients())) with check ("patientId" in (select treated_patients()));
create policy companion on "Session" for select to portal_app using ("id" in (select granted_sessions()));
alter table "Session" add constraint "Session_in_order" check ("endsAt" > "startsAt");
alter table "Session" add constraint "Session_therapist_free" exclude using gist
  ("therapistId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));
alter table "Session" add constraint "Session_patient_free" exclude using gist
  ("patientId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));

create function session_edge() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if (old."state"::text, new."state"::text) not in (
    ('scheduled', 'checkedIn'), ('scheduled', 'inProgress'), ('scheduled', 'cancelled'), ('scheduled', 'noShow'),
    ('checkedIn', 'inProgress'), ('checkedIn', 'cancelled'), ('inProgress', 'completed')) then
    raise exception 'a session cannot go from % to %', old."state", new."state" using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger session_edge before update on "Session" for each row when (new."state" is distinct from old."state") execute function session_edge();

grant select, insert on "SessionChange" to portal_app;
create policy care_team on "SessionChange" to portal_app using ("patientId" in (select treated_patients()))
  with check ("patientId" in (select treated_patients()) and "byId" = (select acting_person()));

-- What was prepared for a session follows it to its new time.
create function carry_over() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "Intention" set "sessionId" = new."id" where "sessionId" = new."replacesId";
  insert into "CompanionGrantSession" ("grantId", "sessionId", "clinicId", "patientId")
    select "grantId", new."id", "clinicId", "patientId" from "CompanionGrantSession" where "sessionId" = new."replacesId";
  return null;
end $$;
create trigger carry_over after insert on "Session" for each row when (new."replacesId" is not null) execute function carry_over();

grant select, insert, update on "Share" to portal_app;
create policy patient on "Share" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Share" for select to portal_app
  using ("audience" = 'careTeam' and "takenBackAt" is null and "patientId" in (select treated_patients()));
create policy companion on "Share" for select to portal_app
  using ("audience" = 'companion' and "takenBackAt" is null and "companionId" = (select acting_person()) and "patientId" in (select accompanied_patients()));
alter table "Share" add constraint "Share_audience" check (("audience" = 'companion') = ("companionId" is not null));
create unique index "Share_live" on "Share" ("subjectId", "audience", "companionId") nulls not distinct where "takenBackAt" is null;

grant select, insert on "ShareSeen" to portal_app;
create policy care_team on "ShareSeen" to portal_app using ("personId" = (select acting_person()))
  with check ("personId" = (select acting_person()) and "patientId" in (select treated_patients()));
create policy patient on "ShareSeen" for select to portal_app using ("patientId" = (select acting_person()));

grant select, insert, update on "Intention" to portal_app;
create policy patient on "Intention" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Intention" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Intention"."id" and h."audience" = 'careTeam'));
create policy companion on "Intention" for select to portal_app using ("sessionId" in (select granted_sessions())
  and exists (select 1 from "Share" h where h."subjectId" = "Intention"."id" and h."audience" = 'companion'));

grant select, insert on "IntentionWording" to portal_app;
create policy patient on "IntentionWording" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "IntentionWording" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "IntentionWording"."intentionId" and h."audience" = 'careTeam'));
create policy companion on "IntentionWording" for select to portal_app using ((select acting_role()) = 'companion'
  and exists (select 1 from "Intention" i where i."id" = "IntentionWording"."intentionId" and i."version" = "IntentionWording"."number"));

create function intention_before_session() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from "Intention" i join "Session" s on s."id" = i."sessionId"
    where i."id" = new."intentionId" and s."state" not in ('scheduled', 'checkedIn')) then
    raise exception 'the session has begun' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger intention_before_session before insert on "IntentionWording" for each row execute function intention_before_session();

grant select, insert, update on "Goal", "GoalAction" to portal_app;
create policy patient on "Goal" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Goal" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Goal"."id" and h."audience" = 'careTeam'));
create policy patient on "GoalAction" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "GoalAction" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "GoalAction"."goalId" and h."audience" = 'careTeam'));

grant select, insert, update on "Note" to portal_app;
create policy author on "Note" for select to portal_app using ("authorId" = (select acting_person()) and "state" = 'draft');
create policy author_writes on "Note" for insert to portal_app
  with check ("authorId" = (select acting_person()) and "patientId" in (select treated_patients()));
create policy author_edits on "Note" for update to portal_app
  using ("authorId" = (select acting_person()) and "state" = 'draft') with check ("authorId" = (select acting_person()));
create policy care_team on "Note" for select to portal_app using ("state" = 'signed' and "patientId" in (select treated_patients()));
create policy patient on "Note" for select to portal_app using ("state" = 'signed' and "patientId" = (select acting_person())
  and exists (select 1 from "NoteRelease" r where r."noteId" = "Note"."id" and r."state" = 'released' and r."supersededAt" is null));

grant select, insert on "NoteAddendum" to portal_app;
create policy reader on "NoteAddendum" for select to portal_app
  using (exists (select 1 from "Note" n where n."id" = "NoteAddendum"."noteId" and n."state" = 'signed'));
create policy author_writes on "NoteAddendum" for insert to portal_app with check ("authorId" = (select acting_person())
  and "patientId" in (select treated_patients())
  and exists (select 1 from "Note" n where n."id" = "NoteAddendum"."noteId" and n."state" = 'signed'));

grant select, insert, update ("supersededAt") on "NoteRelease" to portal_app;
create policy care_team on "NoteRelease" to portal_app using ("patientId" in (select treated_patients()))
  with check ("patientId" in (select treated_patients()));
create policy patient on "NoteRelease" for select to portal_app
  using ("patientId" = (select acting_person()) and "state" = 'released' and "supersededAt" is null);
create unique index "NoteRelease_current" on "NoteRelease" ("noteId") where "supersededAt" is null;

grant select, insert, update on "PsychotherapyNote" to portal_app;
create policy author on "PsychotherapyNote" for select to portal_app using ("authorId" = (select acting_person()));
create policy author_writes on "PsychotherapyNote" for insert to portal_app
  with check ("authorId" = (select acting_person()) and "patientId" in (select treated_patients()));
create policy author_edits on "PsychotherapyNote" for update to portal_app
  using ("authorId" = (select acting_person())) with check ("authorId" = (select acting_person()));

grant select, insert, update on "CompanionGrant" to portal_app;
create policy patient on "CompanionGrant" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionGrant" for select to portal_app using ("patientId" in (select treated_patients()));
create policy companion on "CompanionGrant" for select to portal_app
  using ("companionId" = (select acting_person()) and "acceptedAt" is not null and "endedAt" is null and "suspendedAt" is null);

grant select, insert on "CompanionGrantSession" to portal_app;
create policy patient on "CompanionGrantSession" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy companion on "CompanionGrantSession" for select to portal_app using ("sessionId" in (select granted_sessions())
  and exists (select 1 from "CompanionGrant" g where g."id" = "CompanionGrantSession"."grantId"));

grant select, insert, update on "CompanionNote" to portal_app;
create policy author on "CompanionNote" to portal_app
  using ("authorId" = (select acting_person()) and "handedOverAt" is null and "sessionId" in (select granted_sessions()))
  with check ("authorId" = (select acting_person()) and "handedOverAt" is null and "sessionId" in (select granted_sessions()));
create policy patient on "CompanionNote" for select to portal_app using ("patientId" = (select acting_person()) and "handedOverAt" is not null);
create policy patient_opens on "CompanionNote" for update to portal_app
  using ("patientId" = (select acting_person()) and "handedOverAt" is not null) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionNote" for select to portal_app using ("patientId" in (select treated_patients()) and "handedOverAt" is not null
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionNote"."id" and h."audience" = 'careTeam'));

grant select, insert, update on "CompanionLine" to portal_app;
create policy reader on "CompanionLine" for select to portal_app
  using (exists (select 1 from "CompanionNote" n where n."id" = "CompanionLine"."noteId"));
create policy author_writes on "CompanionLine" for insert to portal_app with check (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));
create policy author_edits on "CompanionLine" for update to portal_app using (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));

-- Handing over takes the note from its author, so the author's own rights cannot do it. Null when there is nothing to hand over.
create function hand_over_note(note uuid, at timestamptz) returns uuid language sql volatile security definer set search_path = pg_catalog, public as $$
  update "CompanionNote" set "handedOverAt" = at, "savedAt" = at
  where "id" = note and "authorId" = (select acting_person()) and "clinicId" = (select acting_clinic())
    and "handedOverAt" is null and "sessionId" in (select granted_sessions())
  returning "patientId"
$$;

create function companion_note_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old."handedOverAt" is not null and to_jsonb(new) - 'openedAt' is distinct from to_jsonb(old) - 'openedAt' then
    raise exception 'a handed over note stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger companion_note_lock before update on "CompanionNote" for each row execute function companion_note_lock();

grant select, insert on "AuditEntry" to portal_app;
create policy writes on "AuditEntry" for insert to portal_app with check ("actorId" = (select acting_person()) and "system" is null);
create policy admin on "AuditEntry" for select to portal_app using ((select acting_role()) = 'admin');
create policy own_acts on "AuditEntry" for select to portal_app using ("actorId" = (select acting_person()));
create policy own_record on "AuditEntry" for select to portal_app using ("patientId" = (select acting_person()));

grant select, insert, update on "Submission" to portal_app;
create policy own on "Submission" to portal_app using ("personId" = (select acting_person())) with check ("personId" = (select acting_person()));

-- 4. What is signed stays as it was; what was logged stays logged --------------------------------------------------------

create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception '% cannot be changed or deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create function note_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old."state" = 'signed' then
    raise exception 'a signed note cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger note_lock before update on "Note" for each row execute function note_lock();
alter table "Note" add constraint "Note_signature" check (("state" = 'signed') = ("signedAt" is not null and "signerName" is not null and "signerCredentials" is not null));

create function release_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old."supersededAt" is not null or to_jsonb(new) - 'supersededAt' is distinct from to_jsonb(old) - 'supersededAt' then
    raise exception 'a decision on release is superseded, not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger release_change before update on "NoteRelease" for each row execute function release_change();

do $$
declare t text;
begin
  foreach t in array array['AuditEntry','AuditLink','NoteAddendum','SessionChange','IntentionWording'] loop
    execute format('create trigger refuse_change before update or delete on %I for each row execute function refuse_change()', t);
  end loop;
  foreach t in array array['Note','NoteRelease','PsychotherapyNote','Session','Intention','Goal','GoalAction','Share','CompanionNote','CompanionLine','CompanionGrant'] loop
    execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', t);
  end loop;
  foreach t in array array['AuditEntry','AuditLink','Note','NoteAddendum'] loop
    execute format('create trigger refuse_truncate before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;

-- 5. Work without a person -------------------------------------------------------------------------------------------------

do $$
declare g record;
begin
  for g in select * from (values
    ('Clinic', 'select, insert', 'portal_accounts'), ('ClinicKey', 'select, insert', 'portal_accounts'),
    ('Account', 'select, insert, update', 'portal_accounts'), ('Person', 'select, insert, update', 'portal_accounts'),
    ('Contact', 'select, insert', 'portal_accounts'), ('SignIn', 'select, insert, update', 'portal_accounts'),
    ('Invitation', 'select, insert, update', 'portal_accounts'), ('PasswordReset', 'select, insert, update', 'portal_accounts'),
    ('RateLimit', 'select, insert, update, delete', 'portal_accounts'), ('Mail', 'select, insert', 'portal_accounts'),
    ('AuditEntry', 'insert', 'portal_accounts'),
    ('CompanionGrant', 'select, update ("companionId", "acceptedAt")', 'portal_accounts'),
    ('Clinic', 'select', 'portal_worker'), ('ClinicKey', 'select', 'portal_worker'), ('Mail', 'select, update', 'portal_worker'),
    ('AuditEntry', 'select', 'portal_worker'), ('AuditLink', 'select, insert', 'portal_worker'),
    ('Submission', 'select, delete', 'portal_worker'),
    ('AuditEntry', 'select', 'portal_auditor'), ('AuditLink', 'select', 'portal_auditor')) as v(tab, rights, who)
  loop
    execute format('grant %s on %I to %I', g.rights, g.tab, g.who);
    execute format('create policy %I on %I to %I using (true) with check (true)', g.who, g.tab, g.who);
  end loop;
end $$;

-- Jobs are added in the transaction that calls for them. The queue's tables belong to the worker.
create function enqueue(task text, payload json, job_key text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if task not in ('mail', 'seal') then
    raise exception 'no such job: %', task using errcode = 'invalid_parameter_value';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := job_key, max_attempts := 12);
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function acting_person(), acting_clinic(), acting_role(), acting_actor(), touch_sign_in(), treated_patients(), my_care_team(),
  granted_sessions(), accompanied_patients(), my_companions(), hand_over_note(uuid, timestamptz) to portal_app;
grant execute on function enqueue(text, json, text) to portal_app, portal_accounts;
