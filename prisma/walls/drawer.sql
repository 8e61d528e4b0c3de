-- What a companion's device still held when their access ended. It goes to the patient alone, if they chose so.
grant update ("openedAt") on "DrawerLine" to portal_patient;
create policy patient on "DrawerLine" for select to portal_patient using ("patientId" = (select acting_person()));
create policy patient_opens on "DrawerLine" for update to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));

-- Returns whether it was taken: only what was written before the access ended, and for seven days.
create function deliver_to_drawer(line uuid, session uuid, said_at timestamptz, sealed text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare g "CompanionGrant";
begin
  select c.* into g from "CompanionGrant" c join "Session" s on s."id" = session
  where c."companionId" = (select a."personId" from acting() a where a."role" = 'companion') and c."clinicId" = (select acting_clinic())
    and c."acceptedAt" is not null and (c."endedAt" is not null or c."suspendedAt" is not null)
    and (covers(c, s) or exists (select 1 from "CompanionGrantSession" gs
      where gs."grantId" = c."id" and gs."sessionId" = session and gs."removedAt" >= said_at))
  order by c."createdAt" desc limit 1;
  if g."id" is null or g."unsent" <> 'drawer' then return false; end if;
  if said_at > least(g."endedAt", g."suspendedAt") or least(g."endedAt", g."suspendedAt") < now() - interval '7 days' then return false; end if;
  insert into "DrawerLine" ("id", "clinicId", "patientId", "sessionId", "grantId", "at", "textSealed", "deliveredAt")
  values (line, g."clinicId", g."patientId", session, g."id", said_at, sealed, at) on conflict do nothing;
  return true;
end $$;
grant execute on function deliver_to_drawer(uuid, uuid, timestamptz, text, timestamptz) to portal_admin, portal_therapist, portal_patient, portal_companion;
