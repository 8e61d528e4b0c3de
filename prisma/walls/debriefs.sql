-- A companion writes down what was said. Until it is handed over a note is its author's alone; from then on it is the patient's.
grant insert, update ("sawSealed", "seemedSealed", "movedSealed", "rideHome", "version", "savedAt") on "CompanionNote" to portal_companion;
grant update ("openedAt", "openWith", "setAsideAt") on "CompanionNote" to portal_patient;
create policy author on "CompanionNote" to portal_companion
  using ("authorId" = (select acting_person()) and "handedOverAt" is null and "sessionId" = any (array(select granted_sessions())))
  with check ("authorId" = (select acting_person()) and "handedOverAt" is null and "openedAt" is null and "sessionId" = any (array(select granted_sessions())));
create policy own_grant on "CompanionNote" as restrictive for insert to portal_companion with check (exists (select 1 from "CompanionGrant" g
  where g."id" = "CompanionNote"."grantId" and g."companionId" = (select acting_person())));
create policy patient on "CompanionNote" for select to portal_patient using ("patientId" = (select acting_person()) and "handedOverAt" is not null);
create policy patient_opens on "CompanionNote" for update to portal_patient
  using ("patientId" = (select acting_person()) and "handedOverAt" is not null) with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionNote" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "handedOverAt" is not null
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionNote"."id" and h."audience" = 'careTeam'));

-- Only what the patient decides about a note and its lines changes from handing over on.
create function companion_note_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare own text[] := array['openedAt', 'openWith', 'setAsideAt'];
begin
  if old."handedOverAt" is not null and to_jsonb(new) - own is distinct from to_jsonb(old) - own then
    raise exception 'a handed over note stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if old."handedOverAt" is null and (new."openedAt", new."openWith", new."setAsideAt") is distinct from (old."openedAt", old."openWith", old."setAsideAt") then
    raise exception 'a note is opened once it is handed over' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger companion_note_lock before update on "CompanionNote" for each row execute function companion_note_lock();

-- Handing over takes the note from its author, so the author's own rights cannot do it. Null when there is nothing to hand over.
create function hand_over_note(note uuid, at timestamptz) returns uuid language sql volatile security definer set search_path = pg_catalog, public as $$
  update "CompanionNote" set "handedOverAt" = at, "savedAt" = at
  where "id" = note and "authorId" = (select acting_person()) and "clinicId" = (select acting_clinic())
    and "handedOverAt" is null and "sessionId" in (select granted_sessions())
  returning "patientId"
$$;

-- What a companion may still know of a note that is no longer theirs: that there was one.
create function handed_over_sessions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select n."sessionId" from "CompanionNote" n
  where n."authorId" = (select acting_person()) and n."handedOverAt" is not null and n."sessionId" in (select granted_sessions())
$$;
grant execute on function hand_over_note(uuid, timestamptz), handed_over_sessions() to portal_admin, portal_therapist, portal_patient, portal_companion;

-- A line is seen by the care team, or by a companion, because it was shared itself.
grant insert, update ("at", "textSealed", "removedAt") on "CompanionLine" to portal_companion;
grant update ("openedAt", "setAsideAt") on "CompanionLine" to portal_patient;
create policy author on "CompanionLine" for select to portal_companion using (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));
create policy author_writes on "CompanionLine" for insert to portal_companion with check (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));
create policy author_edits on "CompanionLine" for update to portal_companion using (exists (select 1 from "CompanionNote" n
  where n."id" = "CompanionLine"."noteId" and n."authorId" = (select acting_person()) and n."handedOverAt" is null));
create policy shared_companion on "CompanionLine" for select to portal_companion using ("patientId" = any (array(select accompanied_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionLine"."id" and h."audience" = 'companion'));
create policy patient on "CompanionLine" for select to portal_patient using ("patientId" = (select acting_person())
  and exists (select 1 from "CompanionNote" n where n."id" = "CompanionLine"."noteId" and n."handedOverAt" is not null));
create policy patient_opens on "CompanionLine" for update to portal_patient using ("patientId" = (select acting_person())
  and exists (select 1 from "CompanionNote" n where n."id" = "CompanionLine"."noteId" and n."handedOverAt" is not null))
  with check ("patientId" = (select acting_person()));
create policy care_team on "CompanionLine" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "CompanionLine"."id" and h."audience" = 'careTeam'));

create function companion_line_lock() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare own text[] := array['openedAt', 'setAsideAt']; handed boolean;
begin
  select n."handedOverAt" is not null into handed from "CompanionNote" n where n."id" = old."noteId";
  if handed and to_jsonb(new) - own is distinct from to_jsonb(old) - own then
    raise exception 'a handed over note stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if not handed and (new."openedAt", new."setAsideAt") is distinct from (old."openedAt", old."setAsideAt") then
    raise exception 'a line is opened once it is handed over' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger companion_line_lock before update on "CompanionLine" for each row execute function companion_line_lock();

-- Of a line that was shared without its note: to which session it belongs, and what the patient calls its author.
create function notes_of_lines(lines uuid[]) returns table ("lineId" uuid, "sessionId" uuid, "companionName" text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l."id", n."sessionId", case when g."nameGoneAt" is null then g."companionName" end
  from "CompanionLine" l join "CompanionNote" n on n."id" = l."noteId" join "CompanionGrant" g on g."id" = n."grantId"
  join "Share" h on h."subjectId" = l."id" and h."takenBackAt" is null
  where l."id" = any (lines) and l."clinicId" = (select acting_clinic()) and n."handedOverAt" is not null
    and (h."audience" = 'careTeam' and l."patientId" in (select treated_patients())
      or h."companionId" = (select acting_person()) and l."patientId" in (select accompanied_patients()))
$$;
grant execute on function notes_of_lines(uuid[]) to portal_admin, portal_therapist, portal_patient, portal_companion;

-- What the patient remembers beside a line, in their own words.
grant insert, update ("sealed", "version", "at") on "Memory" to portal_patient;
create policy patient on "Memory" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and exists (select 1 from "CompanionLine" l where l."id" = "Memory"."lineId"));
create policy care_team on "Memory" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Memory"."id" and h."audience" = 'careTeam'));

-- Whether a line or a note was brought to integration is shown beside it, to those who see it anyway.
grant insert, update ("position", "withIntention", "bringAt", "threadId", "setAsideAt", "changedAt") on "RecallItem" to portal_patient;
create policy patient on "RecallItem" to portal_patient using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "RecallItem" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "bringAt" is not null
  and ("subject" = 'quote' or exists (select 1 from "Share" h where h."subjectId" = "RecallItem"."subjectId" and h."audience" = 'careTeam')));
