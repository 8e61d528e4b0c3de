-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "opensFrom" TEXT NOT NULL,
    "timesProvenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- There is one row.
alter table "Installation" add constraint "Installation_one" check ("id" = 1);
