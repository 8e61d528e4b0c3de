-- A draft is its author's alone. A signed note is the care team's, and the patient's once it is released.
grant insert, update ("format", "sections", "state", "version", "savedAt", "signedAt", "signerName", "signerCredentials") on "Note" to portal_therapist;
create policy author on "Note" for select to portal_therapist using ("authorId" = (select acting_person()) and "state" = 'draft');
create policy author_writes on "Note" for insert to portal_therapist
  with check ("authorId" = (select acting_person()) and "state" = 'draft' and "patientId" = any (array(select treated_patients())));
create policy author_edits on "Note" for update to portal_therapist
  using ("authorId" = (select acting_person()) and "state" = 'draft') with check ("authorId" = (select acting_person()));
create policy care_team on "Note" for select to portal_therapist using ("state" = 'signed' and "patientId" = any (array(select treated_patients())));
create policy patient on "Note" for select to portal_patient using ("state" = 'signed' and "patientId" = (select acting_person())
  and exists (select 1 from "NoteRelease" r where r."noteId" = "Note"."id" and r."state" = 'released' and r."supersededAt" is null));

create function session_written() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update "Session" set "unwrittenById" = null where "id" = new."sessionId" and "unwrittenById" = new."authorId";
  return null;
end $$;
create trigger session_written after insert on "Note" for each row execute function session_written();

-- What is signed stays as it was.
create function note_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old."state" = 'signed' then
    raise exception 'a signed note cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger note_lock before update on "Note" for each row execute function note_lock();
create trigger refuse_truncate before truncate on "Note" for each statement execute function refuse_change();

-- Who signs is who acts, under the name and credentials that the clinic knows.
create function own_signature() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare given text[] := array[to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1]];
begin
  if current_user = 'portal_therapist' and not exists (
    select 1 from "Person" p where p."id" = acting_person() and array[p."name", p."credentials"] = given) then
    raise exception 'nobody signs for another' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_signature before update on "Note" for each row when (new."state" = 'signed')
  execute function own_signature('signerName', 'signerCredentials');
create trigger own_signature before insert on "NoteAddendum" for each row
  execute function own_signature('authorName', 'authorCredentials');

-- What an admin may know of unsigned notes: how many there are.
create function unsigned_drafts(therapist uuid) returns int language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from "Note" n
  where n."authorId" = therapist and n."state" = 'draft'
    and n."clinicId" = (select acting_clinic()) and (select acting_role()) = 'admin'
$$;
grant execute on function unsigned_drafts(uuid) to portal_admin, portal_therapist, portal_patient, portal_companion;

grant insert on "NoteAddendum" to portal_therapist;
create policy reader on "NoteAddendum" for select to portal_therapist, portal_patient
  using (exists (select 1 from "Note" n where n."id" = "NoteAddendum"."noteId" and n."state" = 'signed'));
create policy author_writes on "NoteAddendum" for insert to portal_therapist with check ("authorId" = (select acting_person())
  and "patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Note" n where n."id" = "NoteAddendum"."noteId" and n."state" = 'signed'));
create trigger refuse_change before update or delete on "NoteAddendum" for each row execute function refuse_change();
create trigger refuse_truncate before truncate on "NoteAddendum" for each statement execute function refuse_change();

grant insert, update ("supersededAt") on "NoteRelease" to portal_therapist;
create policy care_team on "NoteRelease" for select to portal_therapist using ("patientId" = any (array(select treated_patients())));
create policy care_team_supersedes on "NoteRelease" for update to portal_therapist using ("patientId" = any (array(select treated_patients())));
create policy care_team_decides on "NoteRelease" for insert to portal_therapist
  with check ("byId" = (select acting_person()) and "patientId" = any (array(select treated_patients())));
create policy patient on "NoteRelease" for select to portal_patient
  using ("patientId" = (select acting_person()) and "state" = 'released' and "supersededAt" is null);

create function release_of_signed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from "Note" n where n."id" = new."noteId" and n."state" = 'signed') then
    raise exception 'only a signed note is released or withheld' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger release_of_signed before insert on "NoteRelease" for each row execute function release_of_signed();

create function release_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old."supersededAt" is not null or to_jsonb(new) - 'supersededAt' is distinct from to_jsonb(old) - 'supersededAt' then
    raise exception 'a decision on release is superseded, not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger release_change before update on "NoteRelease" for each row execute function release_change();

-- Psychotherapy notes are their author's alone.
grant insert, update ("sealed", "version", "savedAt") on "PsychotherapyNote" to portal_therapist;
create policy author on "PsychotherapyNote" for select to portal_therapist using ("authorId" = (select acting_person()));
create policy author_writes on "PsychotherapyNote" for insert to portal_therapist
  with check ("authorId" = (select acting_person()) and "patientId" = any (array(select treated_patients())));
create policy author_edits on "PsychotherapyNote" for update to portal_therapist
  using ("authorId" = (select acting_person())) with check ("authorId" = (select acting_person()));
