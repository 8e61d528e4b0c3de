-- A goal is the patient's. The care team reads it when it is shared.
grant insert, update ("from", "to", "success", "letGoAt", "version", "updatedAt") on "Goal" to portal_patient;
create policy patient on "Goal" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Goal" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Goal"."id" and h."audience" = 'careTeam'));

-- A small action is read with its goal.
grant insert, update ("text", "state", "stateAt") on "GoalAction" to portal_patient;
create policy patient on "GoalAction" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "GoalAction" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "GoalAction"."goalId" and h."audience" = 'careTeam'));
