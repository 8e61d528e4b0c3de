-- A companion's access: the patient gives it, changes it and ends it. The care team may pause it.
grant insert ("id", "clinicId", "patientId", "companionName", "relationship", "scope", "showsIntention", "createdAt", "version", "welcomeSealed", "unsent"),
  update ("companionName", "relationship", "scope", "showsIntention", "endedAt", "version", "welcomeSealed", "unsent", "nameAskedAt", "nameGoneAt")
  on "CompanionGrant" to portal_patient;
create policy patient on "CompanionGrant" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionGrant" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));
create policy companion on "CompanionGrant" for select to portal_companion
  using ("companionId" = (select acting_person()) and "acceptedAt" is not null and "endedAt" is null and "suspendedAt" is null
    and "patientId" = any (array(select accompanied_patients())));
grant select on "CompanionGrant" to portal_accounts;
create policy portal_accounts on "CompanionGrant" for select to portal_accounts using (true);

-- Access that has ended stays ended; that a name goes from the patient's view may still be agreed.
create function grant_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if to_jsonb(new) - 'nameGoneAt' is distinct from to_jsonb(old) - 'nameGoneAt' then
    raise exception 'access that has ended stays ended' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger grant_lock before update on "CompanionGrant" for each row when (old."endedAt" is not null) execute function grant_lock();
create trigger wake_room after update of "endedAt", "suspendedAt" on "CompanionGrant" for each row execute function wake_room();

grant insert, update ("removedAt") on "CompanionGrantSession" to portal_patient;
create policy patient on "CompanionGrantSession" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionGrantSession" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));
create policy companion on "CompanionGrantSession" for select to portal_companion using ("removedAt" is null
  and "sessionId" = any (array(select granted_sessions()))
  and exists (select 1 from "CompanionGrant" g where g."id" = "CompanionGrantSession"."grantId"));

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
    where i."patientId" = g."patientId" and covers(g, s)
    on conflict do nothing;
  end if;
  return g."patientId";
end $$;
grant execute on function accept_grant(uuid, uuid, timestamptz) to portal_accounts;

-- A companion ends their own role, and may ask that their name goes with it. Returns the patient, or null where there is nothing to end.
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
grant execute on function leave_grant(uuid, boolean, timestamptz) to portal_admin, portal_therapist, portal_patient, portal_companion;

-- What the admin knows of companions' access: that there is some, and its dates.
create function grant_dates() returns table ("id" uuid, "createdAt" timestamptz, "acceptedAt" timestamptz, "endedAt" timestamptz, "suspended" boolean, "lastUsedAt" timestamptz, "until" timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g."id", g."createdAt", g."acceptedAt", g."endedAt", g."suspendedAt" is not null,
    (select max(s."lastSeenAt") from "SignIn" s where s."personId" = g."companionId" and g."acceptedAt" is not null),
    (select max(coalesce(s."completedAt", s."endsAt")) + make_interval(days => c."grantDays") from "Session" s
      where s."patientId" = g."patientId" and covers(g, s))
  from "CompanionGrant" g join "Clinic" c on c."id" = g."clinicId"
  where g."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
$$;
grant execute on function grant_dates() to portal_admin, portal_therapist, portal_patient, portal_companion;

-- A therapist pauses a companion's access. The companion sees that it has ended; why stands here, for the care team alone.
grant insert, update ("liftedAt", "liftedById") on "Suspension" to portal_therapist;
create policy care_team on "Suspension" to portal_therapist using ("patientId" = any (array(select treated_patients())))
  with check ("patientId" = any (array(select treated_patients())) and ("byId" = (select acting_person()) or "liftedById" = (select acting_person())));
create policy own_name on "Suspension" as restrictive for insert to portal_therapist with check ("byId" = (select acting_person()));

create function carry_suspension() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "CompanionGrant" set "suspendedAt" = case when new."liftedAt" is null then new."at" end,
    "suspendedById" = case when new."liftedAt" is null then new."byId" end
  where "id" = new."grantId" and "endedAt" is null;
  return null;
end $$;
create trigger carry_suspension after insert or update on "Suspension" for each row execute function carry_suspension();
