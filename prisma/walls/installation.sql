-- The installation's own: its owner writes it, and who serves reads it.
grant select on "Installation" to portal_accounts;
create policy portal_accounts on "Installation" for select to portal_accounts using (true);
