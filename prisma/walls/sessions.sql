-- Courses and sessions: the care team plans, moves and leads them, the patient reads them, a companion those that they are let into.
grant insert, update ("endedAt") on "Course" to portal_therapist;
create policy patient on "Course" for select to portal_patient using ("patientId" = (select acting_person()));
create policy care_team on "Course" to portal_therapist using ("patientId" = any (array(select treated_patients())))
  with check ("patientId" = any (array(select treated_patients())));

grant insert, update ("state", "startedAt", "completedAt", "version") on "Session" to portal_therapist;
create policy planned_first on "Session" as restrictive for insert to portal_therapist
  with check ("state" = 'scheduled' and "startedAt" is null and "completedAt" is null);
create policy care_team on "Session" to portal_therapist using ("patientId" = any (array(select treated_patients())))
  with check ("patientId" = any (array(select treated_patients())));
create policy patient on "Session" for select to portal_patient using ("patientId" = (select acting_person()));
create policy admin on "Session" for select to portal_admin using ((select acting_role()) = 'admin');
create policy companion on "Session" for select to portal_companion using ("id" = any (array(select granted_sessions())));

-- A session is led by somebody on the care team, and replaces one of the same course that was cancelled for it.
create function session_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from "CareTeamMember" m where m."patientId" = new."patientId" and m."therapistId" = new."therapistId"
    and (m."until" is null or m."until" > least(new."startsAt", now()));
  if not found then raise exception 'a session is led by somebody on the care team' using errcode = 'check_violation'; end if;
  if tg_op = 'INSERT' and new."replacesId" is not null then
    perform 1 from "Session" s where s."id" = new."replacesId" and s."courseId" = new."courseId" and s."state" = 'cancelled';
    if not found then raise exception 'a session replaces a cancelled one' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger session_plan before insert or update of "therapistId" on "Session" for each row execute function session_plan();

create function session_edge() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if (old."state"::text, new."state"::text) not in (
    ('scheduled', 'checkedIn'), ('scheduled', 'inProgress'), ('scheduled', 'cancelled'), ('scheduled', 'noShow'),
    ('checkedIn', 'inProgress'), ('checkedIn', 'cancelled'), ('inProgress', 'completed')) then
    raise exception 'a session cannot go from % to %', old."state", new."state" using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger session_edge before update on "Session" for each row when (new."state" is distinct from old."state") execute function session_edge();

-- Who led a session that has begun and has written nothing about it: kept as a fact, so that asking costs as much as waits.
create function session_unwritten() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new."unwrittenById" := case when new."state" in ('inProgress', 'completed') and not exists (
    select from "Note" n where n."sessionId" = new."id" and n."authorId" = new."therapistId") then new."therapistId" end;
  return new;
end $$;
create trigger session_unwritten before insert or update of "state", "therapistId" on "Session" for each row execute function session_unwritten();

-- What was prepared for a session follows it to its new time.
create function carry_over() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "Intention" set "sessionId" = new."id" where "sessionId" = new."replacesId";
  insert into "CompanionGrantSession" ("grantId", "sessionId", "clinicId", "patientId")
    select "grantId", new."id", "clinicId", "patientId" from "CompanionGrantSession"
    where "sessionId" = new."replacesId" and "removedAt" is null;
  return null;
end $$;
create trigger carry_over after insert on "Session" for each row when (new."replacesId" is not null) execute function carry_over();

-- An admin may change who leads a session that has not begun, and nothing else of it. Null when there is none to hand over.
create function hand_over_session(session uuid, therapist uuid) returns uuid language sql volatile security definer set search_path = pg_catalog, public as $$
  update "Session" s set "therapistId" = therapist, "version" = s."version" + 1
  where s."id" = session and s."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
    and s."state" in ('scheduled', 'checkedIn') and s."therapistId" <> therapist
    and exists (select 1 from "CareTeamMember" m join "Person" p on p."id" = m."therapistId"
      where m."patientId" = s."patientId" and m."therapistId" = therapist and (m."until" is null or m."until" > now())
        and p."role" = 'therapist' and p."deactivatedAt" is null)
  returning s."id"
$$;
grant execute on function hand_over_session(uuid, uuid) to portal_admin, portal_therapist, portal_patient, portal_companion;

grant insert on "SessionChange" to portal_therapist;
create policy care_team on "SessionChange" to portal_therapist using ("patientId" = any (array(select treated_patients())))
  with check ("patientId" = any (array(select treated_patients())) and "byId" = (select acting_person()));
create trigger refuse_change before update or delete on "SessionChange" for each row execute function refuse_change();
