-- Clinics, people and how they get in. Columns that no command changes are not granted, here and in every other file: ids,
-- accounts, addresses, who made a row and for what.

grant update ("name", "timeZone", "phone", "crisisText", "staffIdleMinutes", "patientIdleMinutes", "absoluteHours", "grantDays",
  "releaseAtOnce", "lookInMinutes", "version") on "Clinic" to portal_admin;
create policy own on "Clinic" for select to portal_admin, portal_therapist, portal_patient, portal_companion using ("id" = (select acting_clinic()));
create policy admin_edits on "Clinic" for update to portal_admin
  using ("id" = (select acting_clinic()) and (select acting_role()) = 'admin') with check ("id" = (select acting_clinic()));
grant select, insert on "Clinic" to portal_accounts;
create policy portal_accounts on "Clinic" to portal_accounts using (true) with check (true);
grant select on "Clinic" to portal_worker;
create policy portal_worker on "Clinic" for select to portal_worker using (true);

create policy own on "ClinicKey" for select to portal_admin, portal_therapist, portal_patient, portal_companion using (true);
grant select, insert on "ClinicKey" to portal_accounts;
create policy portal_accounts on "ClinicKey" to portal_accounts using (true) with check (true);
grant select on "ClinicKey" to portal_worker;
create policy portal_worker on "ClinicKey" for select to portal_worker using (true);

grant update ("name", "pronouns", "timeZone", "version") on "Person" to portal_admin, portal_therapist, portal_patient, portal_companion;
grant update ("credentials", "role", "deactivatedAt") on "Person" to portal_admin;
create policy self on "Person" for select to portal_admin, portal_therapist, portal_patient, portal_companion using ("id" = (select acting_person()));
create policy self_edits on "Person" for update to portal_admin, portal_therapist, portal_patient, portal_companion using ("id" = (select acting_person()));
create policy admin on "Person" for select to portal_admin using ((select acting_role()) = 'admin');
create policy admin_edits on "Person" for update to portal_admin using ((select acting_role()) = 'admin');
create policy staff on "Person" for select to portal_therapist using ("role" in ('admin', 'therapist') and (select acting_role()) = 'therapist');
create policy patient_by_care_team on "Person" for select to portal_therapist using ("id" = any (array(select treated_patients())));
create policy care_team_by_patient on "Person" for select to portal_patient using ("id" = any (array(select my_care_team())));
create policy companion_by_patient on "Person" for select to portal_patient using ("id" = any (array(select my_companions())));
create policy patient_by_companion on "Person" for select to portal_companion using ("id" = any (array(select accompanied_patients())));
grant select, insert, update on "Person" to portal_accounts;
create policy portal_accounts on "Person" to portal_accounts using (true) with check (true);

-- Role, credentials and activity are the admin's to change.
create function person_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user not in ('portal_admin', 'portal_therapist', 'portal_patient', 'portal_companion') then return new; end if;
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

-- What keeps a person in a role: of the record how many rows, of a patient's own space only that there is something.
create function rows_of_role(person uuid) returns table ("sort" text, "number" int)
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
grant execute on function rows_of_role(uuid) to portal_admin, portal_therapist, portal_patient, portal_companion;

grant update ("fullName", "phone") on "Contact" to portal_admin, portal_therapist, portal_patient, portal_companion;
create policy self on "Contact" for select to portal_admin, portal_therapist, portal_patient, portal_companion using ("personId" = (select acting_person()));
create policy self_edits on "Contact" for update to portal_admin, portal_therapist, portal_patient, portal_companion using ("personId" = (select acting_person()));
create policy admin on "Contact" for select to portal_admin using ((select acting_role()) = 'admin');
create policy admin_edits on "Contact" for update to portal_admin using ((select acting_role()) = 'admin');
create policy care_team on "Contact" for select to portal_therapist using ("personId" = any (array(select treated_patients())));
grant select, insert on "Contact" to portal_accounts;
create policy portal_accounts on "Contact" to portal_accounts using (true) with check (true);

grant insert ("id", "clinicId", "email", "role", "name", "credentials", "tokenHash", "grantId", "therapistId", "createdById", "createdAt", "sentAt",
  "expiresAt"), update ("tokenHash", "sentAt", "expiresAt", "revokedAt", "therapistId") on "Invitation" to portal_admin, portal_patient;
create policy admin on "Invitation" to portal_admin using ((select acting_role()) = 'admin')
  with check ((select acting_role()) = 'admin');
create policy patient on "Invitation" to portal_patient
  using ("createdById" = (select acting_person()) and (select acting_role()) = 'patient')
  with check ("createdById" = (select acting_person()) and (select acting_role()) = 'patient' and "role" = 'companion' and "grantId" is not null);
create policy own_name on "Invitation" as restrictive for insert to portal_admin, portal_patient with check ("createdById" = (select acting_person())
  and case when "role" <> 'companion' then "grantId" is null else exists (select 1 from "CompanionGrant" g
    where g."id" = "Invitation"."grantId" and g."patientId" = (select acting_person()) and g."endedAt" is null) end);
grant select, insert, update on "Invitation" to portal_accounts;
create policy portal_accounts on "Invitation" to portal_accounts using (true) with check (true);

grant select, insert, update on "Account", "SignIn", "PasswordReset" to portal_accounts;
create policy portal_accounts on "Account" to portal_accounts using (true) with check (true);
create policy portal_accounts on "SignIn" to portal_accounts using (true) with check (true);
create policy portal_accounts on "PasswordReset" to portal_accounts using (true) with check (true);
grant select, insert, update, delete on "RateLimit" to portal_accounts;
create policy portal_accounts on "RateLimit" to portal_accounts using (true) with check (true);
