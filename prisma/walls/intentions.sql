-- An intention is the patient's, in every wording, until its session begins. Another reads it when it is shared: a companion the newest wording.
grant insert, update ("version") on "Intention" to portal_patient;
create policy patient on "Intention" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Intention" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Intention"."id" and h."audience" = 'careTeam'));
create policy companion on "Intention" for select to portal_companion using ("sessionId" = any (array(select granted_sessions()))
  and exists (select 1 from "Share" h where h."subjectId" = "Intention"."id" and h."audience" = 'companion'));

grant insert on "IntentionWording" to portal_patient;
create policy patient on "IntentionWording" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "IntentionWording" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "IntentionWording"."intentionId" and h."audience" = 'careTeam'));
create policy companion on "IntentionWording" for select to portal_companion using ((select acting_role()) = 'companion'
  and exists (select 1 from "Intention" i where i."id" = "IntentionWording"."intentionId" and i."version" = "IntentionWording"."number"));
create trigger refuse_change before update or delete on "IntentionWording" for each row execute function refuse_change();

create function intention_before_session() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare st text;
begin
  select s."state"::text into st from "Intention" i join "Session" s on s."id" = i."sessionId" where i."id" = new."intentionId" for share of s;
  if st not in ('scheduled', 'checkedIn') then
    raise exception 'the session has begun' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger intention_before_session before insert on "IntentionWording" for each row execute function intention_before_session();
