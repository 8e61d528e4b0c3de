-- Who treats whom, and since when. The admin decides.
grant insert, update ("until", "endedById") on "CareTeamMember" to portal_admin;
create policy admin on "CareTeamMember" to portal_admin using ((select acting_role()) = 'admin') with check ((select acting_role()) = 'admin');
create policy own_name on "CareTeamMember" as restrictive for insert to portal_admin with check ("addedById" = (select acting_person()));
create policy own_end on "CareTeamMember" as restrictive for update to portal_admin using (true) with check ("endedById" = (select acting_person()));
create policy patient on "CareTeamMember" for select to portal_patient using ("patientId" = (select acting_person()));
create policy therapist on "CareTeamMember" for select to portal_therapist
  using ("therapistId" = (select acting_person()) or "patientId" = any (array(select treated_patients())));
grant select, insert on "CareTeamMember" to portal_accounts;
create policy portal_accounts on "CareTeamMember" to portal_accounts using (true) with check (true);

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
