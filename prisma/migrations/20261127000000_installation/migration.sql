-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "opensFrom" TEXT NOT NULL,
    "timesProvenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- The installation's own: its owner writes it, and who serves reads it.
alter table "Installation" add constraint "Installation_one" check ("id" = 1);
alter table "Installation" enable row level security, force row level security;
create policy owner on "Installation" to portal_owner using (true) with check (true);
create policy portal_accounts on "Installation" for select to portal_accounts using (true);
grant select on "Installation" to portal_accounts, portal_backup;
