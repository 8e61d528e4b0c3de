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
  where m."therapistId" = (select a."personId" from acting() a where a."role" = 'therapist') and m."from" <= now() and (m."until" is null or m."until" > now())
$$;

create function my_care_team() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select m."therapistId" from "CareTeamMember" m
  where m."patientId" = (select acting_person())
$$;

-- A companion's access: accepted, neither ended nor suspended, until the clinic's number of days after the session.
-- A whole course means what had not ended when the grant was made; a session that is over is granted only by name.
create function granted_sessions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select s."id"
  from "CompanionGrant" g
  join "Clinic" c on c."id" = g."clinicId"
  join "Person" o on o."id" = g."patientId" and o."deactivatedAt" is null
  join "Session" s on s."patientId" = g."patientId"
  where g."companionId" = (select a."personId" from acting() a where a."role" = 'companion')
    and g."acceptedAt" is not null and g."endedAt" is null and g."suspendedAt" is null
    and coalesce(s."completedAt", s."endsAt") + make_interval(days => c."grantDays") > now()
    and case g."scope" when 'course' then s."endsAt" >= g."createdAt" else exists (
      select 1 from "CompanionGrantSession" gs
      where gs."grantId" = g."id" and gs."sessionId" = s."id" and gs."removedAt" is null) end
$$;

create function accompanied_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."patientId" from "CompanionGrant" g
  join "Person" o on o."id" = g."patientId" and o."deactivatedAt" is null
  where g."companionId" = (select a."personId" from acting() a where a."role" = 'companion')
    and g."acceptedAt" is not null and g."endedAt" is null and g."suspendedAt" is null
    and (g."scope" = 'course' or exists (select 1 from "CompanionGrantSession" gs
      where gs."grantId" = g."id" and gs."removedAt" is null and gs."sessionId" in (select granted_sessions())))
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

-- Columns that no command changes are not granted, here and below: ids, accounts, addresses, who made a row and for what.
grant select, update ("name", "timeZone", "phone", "crisisText", "staffIdleMinutes", "patientIdleMinutes", "absoluteHours", "grantDays",
  "releaseAtOnce", "version") on "Clinic" to portal_app;
create policy own on "Clinic" for select to portal_app using ("id" = (select acting_clinic()));
create policy admin_edits on "Clinic" for update to portal_app
  using ("id" = (select acting_clinic()) and (select acting_role()) = 'admin') with check ("id" = (select acting_clinic()));

grant select on "ClinicKey" to portal_app;
create policy own on "ClinicKey" for select to portal_app using (true);

grant select, update ("name", "pronouns", "credentials", "timeZone", "role", "deactivatedAt", "version") on "Person" to portal_app;
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
  if old."role" = 'therapist' and new."name" <> old."name" and acting_role() is distinct from 'admin' then
    raise exception 'a therapist signs with the name that the clinic gave' using errcode = 'insufficient_privilege';
  end if;
  if (new."role", new."deactivatedAt") is distinct from (old."role", old."deactivatedAt") then
    if new."id" = acting_person() then
      raise exception 'nobody changes their own role or activity' using errcode = 'check_violation';
    end if;
    if old."role" = 'admin' and (new."role" <> 'admin' or new."deactivatedAt" is not null) then
      perform 1 from "Person" p where p."clinicId" = old."clinicId" and p."id" <> old."id"
        and p."role" = 'admin' and p."deactivatedAt" is null for update;
      if not found then
        raise exception 'a clinic keeps an active admin' using errcode = 'check_violation';
      end if;
    end if;
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

grant select, update ("fullName", "phone") on "Contact" to portal_app;
create policy self on "Contact" for select to portal_app using ("personId" = (select acting_person()));
create policy admin on "Contact" for select to portal_app using ((select acting_role()) = 'admin');
create policy care_team on "Contact" for select to portal_app using ("personId" in (select treated_patients()));
create policy self_edits on "Contact" for update to portal_app using ("personId" = (select acting_person()));
create policy admin_edits on "Contact" for update to portal_app using ((select acting_role()) = 'admin');

grant select, insert ("id", "clinicId", "email", "role", "name", "credentials", "tokenHash", "grantId", "therapistId", "createdById", "createdAt", "sentAt",
  "expiresAt"), update ("tokenHash", "sentAt", "expiresAt", "revokedAt", "therapistId") on "Invitation" to portal_app;
create policy admin on "Invitation" to portal_app using ((select acting_role()) = 'admin')
  with check ((select acting_role()) = 'admin');
create policy patient on "Invitation" to portal_app
  using ("createdById" = (select acting_person()) and (select acting_role()) = 'patient')
  with check ("createdById" = (select acting_person()) and (select acting_role()) = 'patient' and "role" = 'companion' and "grantId" is not null);
create policy own_name on "Invitation" as restrictive for insert to portal_app with check ("createdById" = (select acting_person())
  and case when "role" <> 'companion' then "grantId" is null else exists (select 1 from "CompanionGrant" g
    where g."id" = "Invitation"."grantId" and g."patientId" = (select acting_person()) and g."endedAt" is null) end);

grant select, insert on "Mail" to portal_app;
create policy admin on "Mail" for select to portal_app using ((select acting_role()) = 'admin');
-- Letters go to those whom one invites or whose address one may see, and to nobody else.
create policy to_whom_one_knows on "Mail" for insert to portal_app with check ("sentAt" is null
  and (exists (select 1 from "Invitation" i where i."email" = "Mail"."to" and i."acceptedAt" is null and i."revokedAt" is null)
    or exists (select 1 from "Contact" c where c."email" = "Mail"."to")));

grant select, insert, update ("until", "endedById") on "CareTeamMember" to portal_app;
create policy admin on "CareTeamMember" to portal_app using ((select acting_role()) = 'admin') with check ((select acting_role()) = 'admin');
create policy own_name on "CareTeamMember" as restrictive for insert to portal_app with check ("addedById" = (select acting_person()));
create policy own_end on "CareTeamMember" as restrictive for update to portal_app using (true) with check ("endedById" = (select acting_person()));
create policy patient on "CareTeamMember" for select to portal_app using ("patientId" = (select acting_person()));
create policy therapist on "CareTeamMember" for select to portal_app
  using ("therapistId" = (select acting_person()) or "patientId" in (select treated_patients()));
alter table "CareTeamMember" add constraint "CareTeamMember_in_order" check ("until" >= "from");
alter table "CareTeamMember" add constraint "CareTeamMember_once" exclude using gist
  ("patientId" with =, "therapistId" with =, tstzrange("from", "until") with &&);

-- The lock keeps a therapist from being deactivated while they are given a patient.
create function care_team_place() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from "Person" p where p."id" = new."patientId" and p."clinicId" = new."clinicId" and p."role" = 'patient';
  if not found then raise exception 'a care team is a patient''s' using errcode = 'check_violation'; end if;
  perform 1 from "Person" p where p."id" = new."therapistId" and p."clinicId" = new."clinicId" and p."role" = 'therapist'
    and p."deactivatedAt" is null for share;
  if not found then raise exception 'a care team has active therapists' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger care_team_place before insert on "CareTeamMember" for each row execute function care_team_place();

grant select, insert, update ("endedAt") on "Course" to portal_app;
create policy patient on "Course" for select to portal_app using ("patientId" = (select acting_person()));
create policy care_team on "Course" to portal_app using ("patientId" in (select treated_patients())) with check ("patientId" in (select treated_patients()));
create unique index "Course_open" on "Course" ("patientId") where "endedAt" is null;

grant select, insert, update ("state", "startedAt", "completedAt", "version") on "Session" to portal_app;
create policy planned_first on "Session" as restrictive for insert to portal_app
  with check ("state" = 'scheduled' and "startedAt" is null and "completedAt" is null);
create policy patient on "Session" for select to portal_app using ("patientId" = (select acting_person()));
create policy admin on "Session" for select to portal_app using ((select acting_role()) = 'admin');
create policy care_team on "Session" to portal_app using ("patientId" in (select treated_patients())) with check ("patientId" in (select treated_patients()));
create policy companion on "Session" for select to portal_app using ("id" in (select granted_sessions()));
alter table "Session" add constraint "Session_in_order" check ("endsAt" > "startsAt");
alter table "Session" add constraint "Session_therapist_free" exclude using gist
  ("therapistId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));
alter table "Session" add constraint "Session_patient_free" exclude using gist
  ("patientId" with =, tstzrange("startsAt", "endsAt") with &&) where ("state" in ('scheduled', 'checkedIn', 'inProgress'));

-- A session is led by somebody on the care team, and replaces one of the same course that was cancelled for it.
create function session_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from "CareTeamMember" m where m."patientId" = new."patientId" and m."therapistId" = new."therapistId"
    and (m."until" is null or m."until" > least(new."startsAt", now()));
  if not found then raise exception 'a session is led by somebody on the care team' using errcode = 'check_violation'; end if;
  if tg_op = 'INSERT' and new."replacesId" is not null then
    perform 1 from "Session" s where s."id" = new."replacesId" and s."courseId" = new."courseId" and s."state" = 'cancelled';
    if not found then raise exception 'a session replaces a cancelled one' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger session_plan before insert or update of "therapistId" on "Session" for each row execute function session_plan();

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

-- An admin may change who leads a session that has not begun, and nothing else of it. Null when there is none to hand over.
create function hand_over_session(session uuid, therapist uuid) returns uuid language sql volatile security definer set search_path = pg_catalog, public as $$
  update "Session" s set "therapistId" = therapist, "version" = s."version" + 1
  where s."id" = session and s."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
    and s."state" in ('scheduled', 'checkedIn') and s."therapistId" <> therapist
    and exists (select 1 from "CareTeamMember" m join "Person" p on p."id" = m."therapistId"
      where m."patientId" = s."patientId" and m."therapistId" = therapist and (m."until" is null or m."until" > now())
        and p."role" = 'therapist' and p."deactivatedAt" is null)
  returning s."id"
$$;

-- What an admin may know of unsigned notes: how many there are.
create function unsigned_drafts(therapist uuid) returns int language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from "Note" n
  where n."authorId" = therapist and n."state" = 'draft'
    and n."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
$$;

-- What keeps a person in a role: how many rows of each sort stand on it.
create function rows_of_role(person uuid) returns table ("sort" text, "number" int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select v."sort", v."number"::int
  from "Person" p cross join lateral (values
    ('places', (select count(*) from "CareTeamMember" m where p."id" in (m."patientId", m."therapistId"))),
    ('sessions', (select count(*) from "Session" s where p."id" in (s."patientId", s."therapistId"))),
    ('notes', (select count(*) from "Note" n where n."authorId" = p."id")
      + (select count(*) from "NoteAddendum" a where a."authorId" = p."id")
      + (select count(*) from "PsychotherapyNote" y where y."authorId" = p."id")
      + (select count(*) from "CompanionNote" c where c."authorId" = p."id")),
    ('goals', (select count(*) from "Goal" l where l."patientId" = p."id")),
    ('grants', (select count(*) from "CompanionGrant" g where p."id" in (g."patientId", g."companionId")))
  ) as v("sort", "number")
  where p."id" = person and p."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin' and v."number" > 0
$$;

grant select, insert on "SessionChange" to portal_app;
create policy care_team on "SessionChange" to portal_app using ("patientId" in (select treated_patients()))
  with check ("patientId" in (select treated_patients()) and "byId" = (select acting_person()));

-- What was prepared for a session follows it to its new time.
create function carry_over() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "Intention" set "sessionId" = new."id" where "sessionId" = new."replacesId";
  insert into "CompanionGrantSession" ("grantId", "sessionId", "clinicId", "patientId")
    select "grantId", new."id", "clinicId", "patientId" from "CompanionGrantSession"
    where "sessionId" = new."replacesId" and "removedAt" is null;
  return null;
end $$;
create trigger carry_over after insert on "Session" for each row when (new."replacesId" is not null) execute function carry_over();

grant select, insert, update ("takenBackAt") on "Share" to portal_app;
create policy patient on "Share" to portal_app using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and ("companionId" is null or "companionId" in (select my_companions())));
create policy care_team on "Share" for select to portal_app
  using ("audience" = 'careTeam' and "takenBackAt" is null and "patientId" in (select treated_patients()));
create policy companion on "Share" for select to portal_app
  using ("audience" = 'companion' and "takenBackAt" is null and "companionId" = (select acting_person()) and "patientId" in (select accompanied_patients()));
alter table "Share" add constraint "Share_audience" check (("audience" = 'companion') = ("companionId" is not null));
create unique index "Share_live" on "Share" ("subjectId", "audience", "companionId") nulls not distinct where "takenBackAt" is null;

-- Only one's own entries can be shared.
create function share_of_own() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean;
begin
  execute format('select true from %I e where e."id" = $1 and e."patientId" = $2 and e."clinicId" = $3',
      case new."subject" when 'intention' then 'Intention' when 'goal' then 'Goal' else 'CompanionNote' end)
    into ok using new."subjectId", new."patientId", new."clinicId";
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger share_of_own before insert on "Share" for each row execute function share_of_own();

grant select, insert on "ShareSeen" to portal_app;
create policy care_team on "ShareSeen" to portal_app using ("personId" = (select acting_person()))
  with check ("personId" = (select acting_person()) and "patientId" in (select treated_patients()) and exists (select 1 from "Share" h
    where h."subjectId" = "ShareSeen"."subjectId" and h."patientId" = "ShareSeen"."patientId" and h."audience" = 'careTeam'));
create policy patient on "ShareSeen" for select to portal_app using ("patientId" = (select acting_person()));

grant select, insert, update ("version") on "Intention" to portal_app;
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
declare st text;
begin
  select s."state"::text into st from "Intention" i join "Session" s on s."id" = i."sessionId" where i."id" = new."intentionId" for share of s;
  if st not in ('scheduled', 'checkedIn') then
    raise exception 'the session has begun' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger intention_before_session before insert on "IntentionWording" for each row execute function intention_before_session();

grant select, insert, update ("from", "to", "success", "letGoAt", "version", "updatedAt") on "Goal" to portal_app;
grant select, insert, update ("text", "state", "stateAt") on "GoalAction" to portal_app;
create policy patient on "Goal" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Goal" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Goal"."id" and h."audience" = 'careTeam'));
create policy patient on "GoalAction" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "GoalAction" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "GoalAction"."goalId" and h."audience" = 'careTeam'));

grant select, insert, update ("format", "sections", "state", "version", "savedAt", "signedAt", "signerName", "signerCredentials") on "Note" to portal_app;
create policy author on "Note" for select to portal_app using ("authorId" = (select acting_person()) and "state" = 'draft');
create policy author_writes on "Note" for insert to portal_app
  with check ("authorId" = (select acting_person()) and "state" = 'draft' and "patientId" in (select treated_patients()));
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
create policy care_team on "NoteRelease" for select to portal_app using ("patientId" in (select treated_patients()));
create policy care_team_supersedes on "NoteRelease" for update to portal_app using ("patientId" in (select treated_patients()));
create policy care_team_decides on "NoteRelease" for insert to portal_app
  with check ("byId" = (select acting_person()) and "patientId" in (select treated_patients()));
create function release_of_signed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from "Note" n where n."id" = new."noteId" and n."state" = 'signed') then
    raise exception 'only a signed note is released or withheld' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger release_of_signed before insert on "NoteRelease" for each row execute function release_of_signed();
create policy patient on "NoteRelease" for select to portal_app
  using ("patientId" = (select acting_person()) and "state" = 'released' and "supersededAt" is null);
create unique index "NoteRelease_current" on "NoteRelease" ("noteId") where "supersededAt" is null;

grant select, insert, update ("sealed", "version", "savedAt") on "PsychotherapyNote" to portal_app;
create policy author on "PsychotherapyNote" for select to portal_app using ("authorId" = (select acting_person()));
create policy author_writes on "PsychotherapyNote" for insert to portal_app
  with check ("authorId" = (select acting_person()) and "patientId" in (select treated_patients()));
create policy author_edits on "PsychotherapyNote" for update to portal_app
  using ("authorId" = (select acting_person())) with check ("authorId" = (select acting_person()));

grant select, insert ("id", "clinicId", "patientId", "companionName", "relationship", "scope", "showsIntention", "createdAt", "version"),
  update ("companionName", "relationship", "scope", "showsIntention", "endedAt", "version") on "CompanionGrant" to portal_app;
create policy patient on "CompanionGrant" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionGrant" for select to portal_app using ("patientId" in (select treated_patients()));
create policy companion on "CompanionGrant" for select to portal_app
  using ("companionId" = (select acting_person()) and "acceptedAt" is not null and "endedAt" is null and "suspendedAt" is null
    and "patientId" in (select accompanied_patients()));

create function grant_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'access that has ended stays ended' using errcode = 'integrity_constraint_violation';
end $$;
create trigger grant_lock before update on "CompanionGrant" for each row when (old."endedAt" is not null) execute function grant_lock();

grant select, insert, update ("removedAt") on "CompanionGrantSession" to portal_app;
create policy patient on "CompanionGrantSession" to portal_app using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy companion on "CompanionGrantSession" for select to portal_app using ("removedAt" is null and "sessionId" in (select granted_sessions())
  and exists (select 1 from "CompanionGrant" g where g."id" = "CompanionGrantSession"."grantId"));

grant select, insert, update ("sawSealed", "seemedSealed", "version", "savedAt", "openedAt") on "CompanionNote" to portal_app;
create policy author on "CompanionNote" to portal_app
  using ("authorId" = (select acting_person()) and "handedOverAt" is null and "sessionId" in (select granted_sessions()))
  with check ("authorId" = (select acting_person()) and "handedOverAt" is null and "openedAt" is null and "sessionId" in (select granted_sessions()));
create policy own_grant on "CompanionNote" as restrictive for insert to portal_app with check (exists (select 1 from "CompanionGrant" g
  where g."id" = "CompanionNote"."grantId" and g."companionId" = (select acting_person())));
create policy patient on "CompanionNote" for select to portal_app using ("patientId" = (select acting_person()) and "handedOverAt" is not null);
create policy patient_opens on "CompanionNote" for update to portal_app
  using ("patientId" = (select acting_person()) and "handedOverAt" is not null) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionNote" for select to portal_app using ("patientId" in (select treated_patients()) and "handedOverAt" is not null
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionNote"."id" and h."audience" = 'careTeam'));

grant select, insert, update ("at", "textSealed", "removedAt") on "CompanionLine" to portal_app;
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

-- What a companion may still know of a note that is no longer theirs: that there was one.
create function handed_over_sessions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select n."sessionId" from "CompanionNote" n
  where n."authorId" = (select acting_person()) and n."handedOverAt" is not null and n."sessionId" in (select granted_sessions())
$$;

-- A letter to a patient from a companion, who does not know the address.
create function write_to_patient(mail uuid, patient uuid, subject text, sealed text, at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into "Mail" ("id", "clinicId", "to", "subject", "sealed", "createdAt")
  select mail, c."clinicId", c."email", subject, sealed, at from "Contact" c
  where c."personId" = patient and c."personId" in (select accompanied_patients())
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
-- In one's own name and role, and on a record that one has to do with: the patient reads who was there.
create policy writes on "AuditEntry" for insert to portal_app with check ("actorId" = (select acting_person()) and "role" = (select acting_role())
  and "system" is null and ("patientId" is null or "patientId" = (select acting_person())
    or "patientId" in (select treated_patients()) or "patientId" in (select accompanied_patients())
    or ((select acting_role()) = 'admin' and exists (select 1 from "Person" p where p."id" = "AuditEntry"."patientId"))));
create policy admin on "AuditEntry" for select to portal_app using ((select acting_role()) = 'admin');
create policy own_acts on "AuditEntry" for select to portal_app using ("actorId" = (select acting_person()));
create policy own_record on "AuditEntry" for select to portal_app
  using ("patientId" = (select acting_person()) and "verb" not like 'psychotherapyNote.%');

grant select, insert, update ("resultId") on "Submission" to portal_app;
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

-- Who signs is who acts, under the name and credentials that the clinic knows.
create function own_signature() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare given text[] := array[to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1]];
begin
  if current_user = 'portal_app' and not exists (
    select 1 from "Person" p where p."id" = acting_person() and array[p."name", p."credentials"] = given) then
    raise exception 'nobody signs for another' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_signature before update on "Note" for each row when (new."state" = 'signed')
  execute function own_signature('signerName', 'signerCredentials');
create trigger own_signature before insert on "NoteAddendum" for each row
  execute function own_signature('authorName', 'authorCredentials');
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
    ('AuditEntry', 'insert', 'portal_accounts'), ('CareTeamMember', 'select, insert', 'portal_accounts'),
    ('CompanionGrant', 'select', 'portal_accounts'),
    ('Clinic', 'select', 'portal_worker'), ('ClinicKey', 'select', 'portal_worker'), ('Mail', 'select, update', 'portal_worker'),
    ('AuditEntry', 'select', 'portal_worker'), ('AuditLink', 'select, insert', 'portal_worker'),
    ('Submission', 'select, delete', 'portal_worker'),
    ('AuditEntry', 'select', 'portal_auditor'), ('AuditLink', 'select', 'portal_auditor')) as v(tab, rights, who)
  loop
    execute format('grant %s on %I to %I', g.rights, g.tab, g.who);
    execute format('create policy %I on %I to %I using (true) with check (true)', g.who, g.tab, g.who);
  end loop;
end $$;

-- A companion accepts: the grant becomes theirs, and what it shows of the intentions kept so far is shared. Null when it has ended.
create function accept_grant(grant_id uuid, companion uuid, at timestamptz) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare g "CompanionGrant";
begin
  update "CompanionGrant" set "companionId" = companion, "acceptedAt" = at
  where "id" = grant_id and "companionId" is null and "acceptedAt" is null and "endedAt" is null
    and "clinicId" = (select p."clinicId" from "Person" p where p."id" = companion)
  returning * into g;
  if g."showsIntention" then
    insert into "Share" ("id", "clinicId", "patientId", "subject", "subjectId", "audience", "companionId", "sharedAt")
    select gen_random_uuid(), i."clinicId", i."patientId", 'intention', i."id", 'companion', companion, at
    from "Intention" i join "Session" s on s."id" = i."sessionId"
    where i."patientId" = g."patientId" and case g."scope" when 'course' then s."endsAt" >= g."createdAt" else exists (
      select 1 from "CompanionGrantSession" gs where gs."grantId" = g."id" and gs."sessionId" = s."id" and gs."removedAt" is null) end
    on conflict do nothing;
  end if;
  return g."patientId";
end $$;

-- Jobs are added in the transaction that calls for them. The queue's tables belong to the worker.
create function enqueue(task text, payload json, job_key text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if task not in ('mail', 'seal') then
    raise exception 'no such job: %', task using errcode = 'invalid_parameter_value';
  end if;
  -- A job replaces one of the same key, so a key that names another letter would stop that letter.
  if task = 'mail' and job_key is distinct from 'mail:' || (payload ->> 'id') then
    raise exception 'a letter has a job of its own' using errcode = 'invalid_parameter_value';
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
  granted_sessions(), accompanied_patients(), my_companions(), hand_over_session(uuid, uuid), unsigned_drafts(uuid),
  rows_of_role(uuid), hand_over_note(uuid, timestamptz),
  handed_over_sessions(), write_to_patient(uuid, uuid, text, text, timestamptz) to portal_app;
grant execute on function enqueue(text, json, text) to portal_app, portal_accounts;
grant execute on function accept_grant(uuid, uuid, timestamptz) to portal_accounts;
