-- How the portal fits a patient.
grant insert, update ("shortPrompts", "fewerChoices", "timers", "pacing", "ancestralPrompts", "textSize", "look", "relationshipWords", "sharesCheckIns",
  "quietLeftAt", "version") on "Fit" to portal_patient;
create policy patient on "Fit" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
