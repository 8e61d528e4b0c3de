/** How somebody may give a role or a table what the walls forbid: what it is, how it is done and undone, and the words that name it. */
export const spoiled: [string, string, string, string][] = [
  [
    "becomes somebody else",
    "alter role portal_app set role = portal_owner; grant portal_owner to portal_app",
    "revoke portal_owner from portal_app; alter role portal_app reset role",
    "let the portal in as portal_owner",
  ],
  [
    "is a superuser",
    "alter role portal_app superuser",
    "alter role portal_app nosuperuser",
    "portal_app was given SUPERUSER",
  ],
  [
    "bypasses the policies",
    "alter role portal_accounts bypassrls",
    "alter role portal_accounts nobypassrls",
    "portal_accounts was given BYPASSRLS",
  ],
  [
    "becomes a patient who bypasses the policies",
    "alter role portal_patient bypassrls",
    "alter role portal_patient nobypassrls",
    "portal_patient was given BYPASSRLS",
  ],
  [
    "may make roles",
    "alter role portal_worker createrole",
    "alter role portal_worker nocreaterole",
    "portal_worker was given CREATEROLE",
  ],
  [
    "is a member of the owner",
    "grant portal_owner to portal_app",
    "revoke portal_owner from portal_app",
    'REVOKE "portal_owner" FROM portal_app',
  ],
  [
    "may read everything",
    "grant pg_read_all_data to portal_app",
    "revoke pg_read_all_data from portal_app",
    "member of pg_read_all_data",
  ],
  [
    "owns the database",
    "alter database threshold owner to portal_app",
    "alter database threshold owner to postgres",
    'ALTER DATABASE "threshold" OWNER TO postgres',
  ],
  [
    "owns a table",
    'alter table "Goal" owner to portal_app',
    'alter table "Goal" owner to portal_owner',
    "owns the table Goal",
  ],
  [
    "has the triggers switched off",
    "alter role portal_app set session_replication_role = replica",
    "alter role portal_app reset session_replication_role",
    "triggers are switched off",
  ],
  [
    "has an owner that bypasses the policies",
    "alter role portal_owner bypassrls",
    "alter role portal_owner nobypassrls",
    "portal_owner was given BYPASSRLS",
  ],
  [
    "meets a table without its wall",
    'alter table "Entry" disable row level security',
    'alter table "Entry" enable row level security',
    "switched off for the table Entry",
  ],
  [
    "meets a table whose owner walks past the wall",
    'alter table "Entry" no force row level security',
    'alter table "Entry" force row level security',
    "switched off for the table Entry",
  ],
];
