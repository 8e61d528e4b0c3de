-- What a patient and a companion agree on before a session. Each confirms in their own name what both can read.
grant insert, update ("sealed", "version", "savedAt", "savedById", "patientVersion", "patientAt", "companionVersion", "companionAt")
  on "Agreement" to portal_patient, portal_companion;
create policy patient on "Agreement" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy companion on "Agreement" to portal_companion
  using ("sessionId" = any (array(select granted_sessions())) and exists (select 1 from "CompanionGrant" g where g."id" = "Agreement"."grantId"))
  with check ("sessionId" = any (array(select granted_sessions())) and exists (select 1 from "CompanionGrant" g where g."id" = "Agreement"."grantId"));
create policy care_team on "Agreement" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));

-- Nobody changes it once the session has begun.
create function agreement_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare st text; was_p int; was_c int; was_v int := 0;
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
