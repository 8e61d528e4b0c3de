-- What a patient writes is theirs alone, until a share says otherwise.
-- A letter that waits for its day is not there, not even for its writer.
grant insert, update ("kind", "prompt", "colour", "sealed", "words", "savedAt", "putAwayAt", "version") on "Entry" to portal_patient;
create policy patient on "Entry" for select to portal_patient
  using ("patientId" = (select acting_person()) and ("sealedUntil" is null or "sealedUntil" <= now()));
create policy patient_writes on "Entry" for insert to portal_patient
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient' and "sealedUntil" is null);
create policy patient_edits on "Entry" for update to portal_patient
  using ("patientId" = (select acting_person()) and ("sealedUntil" is null or "sealedUntil" <= now())) with check ("patientId" = (select acting_person()));
create policy care_team on "Entry" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "putAwayAt" is null
  and ("sealedUntil" is null or "sealedUntil" <= now())
  and exists (select 1 from "Share" h where h."subjectId" = "Entry"."id" and h."audience" = 'careTeam'));
create policy companion on "Entry" for select to portal_companion using ("patientId" = any (array(select accompanied_patients())) and "putAwayAt" is null
  and ("sealedUntil" is null or "sealedUntil" <= now())
  and exists (select 1 from "Share" h where h."subjectId" = "Entry"."id" and h."audience" = 'companion'));

-- A letter that was sealed once is read and put away, but its words stay as they were.
create function letter_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'a letter that was sealed keeps its words' using errcode = 'integrity_constraint_violation';
end $$;
create trigger letter_lock before update of "kind", "prompt", "sealed", "words" on "Entry" for each row
  when (old."sealedUntil" is not null and (new."kind", new."prompt", new."sealed", new."words") is distinct from (old."kind", old."prompt", old."sealed", old."words"))
  execute function letter_lock();

-- Closes a letter until its day, and takes back what was shared of it. Its own rights could not: the row is gone for its writer.
create function seal_letter(entry uuid, until timestamptz, closed timestamptz) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare sealed_id uuid;
begin
  update "Entry" set "sealedUntil" = until, "savedAt" = closed
  where "id" = entry and "patientId" = (select acting_person()) and "clinicId" = (select acting_clinic())
    and "kind" = 'letter' and "sealedUntil" is null and "putAwayAt" is null
  returning "id" into sealed_id;
  if sealed_id is not null then
    update "Share" set "takenBackAt" = closed where "takenBackAt" is null
      and ("subjectId" = sealed_id or "subjectId" in (select m."id" from "Media" m where m."entryId" = sealed_id));
  end if;
  return sealed_id;
end $$;

-- What a writer may know of a letter that waits: that there is one, since when, and until when.
create function waiting_letters() returns table ("id" uuid, "at" timestamptz, "sealedUntil" timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select e."id", e."at", e."sealedUntil" from "Entry" e
  where e."patientId" = (select acting_person()) and e."clinicId" = (select acting_clinic()) and e."sealedUntil" > now()
  order by e."sealedUntil", e."id"
$$;
grant execute on function seal_letter(uuid, timestamptz, timestamptz), waiting_letters() to portal_admin, portal_therapist, portal_patient, portal_companion;

grant insert on "EntryVersion" to portal_patient;
create policy patient on "EntryVersion" for select to portal_patient using ("patientId" = (select acting_person())
  and exists (select 1 from "Entry" e where e."id" = "EntryVersion"."entryId"));
create policy patient_writes on "EntryVersion" for insert to portal_patient
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create trigger refuse_change before update on "EntryVersion" for each row execute function refuse_change();

-- Two pages laid side by side.
grant insert, update ("removedAt", "addedAt") on "EntryLink" to portal_patient;
create policy patient on "EntryLink" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
