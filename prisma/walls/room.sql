-- In the room: a companion looks in on the patient, and calls the staff.
grant insert on "LookIn" to portal_companion;
create policy author_writes on "LookIn" for insert to portal_companion
  with check ("authorId" = (select acting_person()) and "sessionId" = any (array(select granted_sessions())));
create policy author on "LookIn" for select to portal_companion
  using ("authorId" = (select acting_person()) and "sessionId" = any (array(select granted_sessions())));
create policy patient on "LookIn" for select to portal_patient using ("patientId" = (select acting_person()));
create policy care_team on "LookIn" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));
create trigger refuse_change before update on "LookIn" for each row execute function refuse_change();

grant insert on "StaffCall" to portal_companion;
grant update ("acknowledgedAt", "acknowledgedById") on "StaffCall" to portal_therapist;
create policy author_writes on "StaffCall" for insert to portal_companion
  with check ("authorId" = (select acting_person()) and "sessionId" = any (array(select granted_sessions())) and "acknowledgedAt" is null);
create policy author on "StaffCall" for select to portal_companion
  using ("authorId" = (select acting_person()) and "sessionId" = any (array(select granted_sessions())));
create policy patient on "StaffCall" for select to portal_patient using ("patientId" = (select acting_person()));
create policy care_team on "StaffCall" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));
create policy care_team_acknowledges on "StaffCall" for update to portal_therapist
  using ("patientId" = any (array(select treated_patients())) and "acknowledgedAt" is null)
  with check ("acknowledgedById" = (select acting_person()) and "acknowledgedAt" is not null);

-- Whom a companion sees coming: the name alone of who answered a call of theirs.
create function names_of_answers(calls uuid[]) returns table ("callId" uuid, "name" text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c."id", p."name" from "StaffCall" c join "Person" p on p."id" = c."acknowledgedById"
  where c."id" = any (calls) and c."authorId" = (select acting_person()) and c."sessionId" in (select granted_sessions())
$$;
grant execute on function names_of_answers(uuid[]) to portal_admin, portal_therapist, portal_patient, portal_companion;

-- Whoever waits for calls and answers is woken. What there is to see, they read for themselves.
create trigger wake_room after insert or update on "StaffCall" for each row execute function wake_room();
