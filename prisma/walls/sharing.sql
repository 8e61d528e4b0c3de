-- Another person sees something of a patient's because a share says so, and for no other reason.
grant insert, update ("takenBackAt") on "Share" to portal_patient;
create policy patient on "Share" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and ("companionId" is null or "companionId" = any (array(select my_companions()))));
create policy care_team on "Share" for select to portal_therapist
  using ("audience" = 'careTeam' and "takenBackAt" is null and "patientId" = any (array(select treated_patients())));
create policy companion on "Share" for select to portal_companion
  using ("audience" = 'companion' and "takenBackAt" is null and "companionId" = (select acting_person())
    and "patientId" = any (array(select accompanied_patients())));

-- Only one's own can be shared. What is shared is called like its table (a row of "PracticeLog" is a practiceLog), so no list of names is needed.
create function share_of_own() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean; tab text := upper(left(new."subject", 1)) || substr(new."subject", 2);
begin
  if exists (select 1 from pg_attribute a where a.attrelid = to_regclass(format('public.%I', tab)) and a.attname = 'patientId') then
    execute format('select true from %I e where e."id" = $1 and e."patientId" = $2 and e."clinicId" = $3', tab)
      into ok using new."subjectId", new."patientId", new."clinicId";
  end if;
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger share_of_own before insert on "Share" for each row execute function share_of_own();

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

grant insert on "ShareSeen" to portal_therapist;
create policy care_team on "ShareSeen" to portal_therapist using ("personId" = (select acting_person()))
  with check ("personId" = (select acting_person()) and "patientId" = any (array(select treated_patients())) and exists (select 1 from "Share" h
    where h."subjectId" = "ShareSeen"."subjectId" and h."patientId" = "ShareSeen"."patientId" and h."audience" = 'careTeam'));
create policy patient on "ShareSeen" for select to portal_patient using ("patientId" = (select acting_person()));

-- An answer belongs to something that is shared with its author, and stays with the patient.
grant insert on "Answer" to portal_therapist;
create policy patient on "Answer" for select to portal_patient using ("patientId" = (select acting_person()));
create policy care_team on "Answer" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Answer"."subjectId" and h."patientId" = "Answer"."patientId" and h."audience" = 'careTeam'));
create policy care_team_answers on "Answer" for insert to portal_therapist with check ("authorId" = (select acting_person())
  and "patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Answer"."subjectId" and h."patientId" = "Answer"."patientId" and h."audience" = 'careTeam'));
create trigger refuse_change before update on "Answer" for each row execute function refuse_change();
