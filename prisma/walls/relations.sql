-- Who is acting, and to whom they stand in which relation. Every wall asks these functions, so each relation is written once.
-- The application connects as portal_app, which may read nothing. It enters with the hash of a sign-in's handle, and from then
-- on is portal_patient, portal_therapist, portal_companion or portal_admin until the transaction ends. Taking another of these
-- roles shows nothing: each of its walls still asks who is acting.

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

-- The way in: sets the handle, takes the role of whoever holds it, and returns them. A handle that opens nothing leaves portal_app.
create function enter(handle text, for_transaction boolean default true, for_reading boolean default false) returns table (
  "personId" uuid, "accountId" uuid, "clinicId" uuid, "role" "Role", "signInId" uuid, "name" text, "timeZone" text,
  "passwordAt" timestamptz, "lastSeenAt" timestamptz, "endsAt" timestamptz, "idleMinutes" int,
  "clinicName" text, "clinicTimeZone" text, "isDemonstration" boolean, "otherRooms" int
) language plpgsql volatile set search_path = pg_catalog, public as $$
declare a record;
begin
  perform set_config('app.handle', handle, for_transaction);
  if for_reading then perform set_config('transaction_read_only', 'on', for_transaction); end if;
  select * into a from acting_actor();
  perform set_config('role', coalesce('portal_' || a."role", 'none'), for_transaction);
  if a."role" is not null then
    return query select a."personId", a."accountId", a."clinicId", a."role", a."signInId", a."name", a."timeZone", a."passwordAt", a."lastSeenAt",
      a."endsAt", a."idleMinutes", a."clinicName", a."clinicTimeZone", a."isDemonstration", a."otherRooms";
  end if;
end $$;

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

-- Whether an access is for a session: a whole course means what had not ended when it was given; a session that is over is given only by name.
create function covers(g "CompanionGrant", s "Session") returns boolean language sql stable set search_path = pg_catalog, public as $$
  select s."patientId" = g."patientId" and case g."scope" when 'course' then s."endsAt" >= g."createdAt" else exists (
    select 1 from "CompanionGrantSession" gs
    where gs."grantId" = g."id" and gs."sessionId" = s."id" and gs."removedAt" is null) end
$$;

-- The accesses that a companion has now: accepted, neither ended nor suspended, of somebody who is still here.
create function live_grants() returns setof "CompanionGrant" language sql stable security definer set search_path = pg_catalog, public as $$
  select g.* from "CompanionGrant" g join "Person" o on o."id" = g."patientId" and o."deactivatedAt" is null
  where g."companionId" = (select a."personId" from acting() a where a."role" = 'companion')
    and g."acceptedAt" is not null and g."endedAt" is null and g."suspendedAt" is null
$$;

-- The sessions that they reach with it, until the clinic's number of days after each.
create function granted_sessions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select s."id"
  from live_grants() g join "Clinic" c on c."id" = g."clinicId" join "Session" s on s."patientId" = g."patientId"
  where coalesce(s."completedAt", s."endsAt") + make_interval(days => c."grantDays") > now() and covers(g, s)
$$;

create function accompanied_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."patientId" from live_grants() g
  where g."scope" = 'course' or exists (select 1 from "CompanionGrantSession" gs
    where gs."grantId" = g."id" and gs."removedAt" is null and gs."sessionId" in (select granted_sessions()))
$$;

-- Whom a companion accompanied until they left.
create function left_patients() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."patientId" from "CompanionGrant" g
  where g."companionId" = (select a."personId" from acting() a where a."role" = 'companion') and g."endedAt" is not null
$$;

create function my_companions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g."companionId" from "CompanionGrant" g where g."patientId" = (select acting_person()) and g."companionId" is not null
$$;

-- Whether an entry lies open: neither put away nor waiting for its day.
create function lies_open(entry uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select e."putAwayAt" is null and (e."sealedUntil" is null or e."sealedUntil" <= now()) from "Entry" e where e."id" = entry
$$;

grant execute on function acting_person(), acting_clinic(), acting_role(), treated_patients(), my_care_team(), granted_sessions(),
  accompanied_patients(), left_patients(), my_companions(), lies_open(uuid) to portal_admin, portal_therapist, portal_patient, portal_companion;
-- A companion begins a note under the access that covers its session.
grant execute on function covers("CompanionGrant", "Session") to portal_companion;
grant execute on function enter(text, boolean, boolean), acting_role(), acting_actor(), touch_sign_in()
  to portal_app, portal_admin, portal_therapist, portal_patient, portal_companion;

-- Wakes whoever follows a patient's room.
create function wake_room() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('room', coalesce(to_jsonb(new) ->> 'patientId', ''));
  return null;
end $$;
