-- Applied last. Whoever has entered may ask every table that anybody sees: what is not meant for them is not there, rather than refused.
do $$
declare t text; people text := 'portal_admin, portal_therapist, portal_patient, portal_companion';
begin
  for t in select distinct p.tablename from pg_policies p
    where p.schemaname = 'public' and p.permissive = 'PERMISSIVE' and p.roles && array['portal_admin', 'portal_therapist', 'portal_patient', 'portal_companion']::name[]
  loop
    execute format('grant select on %I to %s', t, people);
  end loop;
end $$;
