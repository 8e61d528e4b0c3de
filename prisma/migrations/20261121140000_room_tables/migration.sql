-- CreateEnum
CREATE TYPE "Unsent" AS ENUM ('drawer', 'discard');

-- CreateEnum
CREATE TYPE "OpenWith" AS ENUM ('alone', 'companion', 'therapist');

-- CreateEnum
CREATE TYPE "RecallSubject" AS ENUM ('entry', 'companionLine', 'quote', 'memory');

-- AlterEnum


ALTER TYPE "ShareSubject" ADD VALUE 'companionLine';
ALTER TYPE "ShareSubject" ADD VALUE 'memory';

-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "lookInMinutes" INTEGER NOT NULL DEFAULT 15;

-- AlterTable
ALTER TABLE "CompanionGrant" ADD COLUMN     "nameAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "nameGoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "unsent" "Unsent" NOT NULL DEFAULT 'drawer',
ADD COLUMN     "welcomeSealed" TEXT;

-- AlterTable
ALTER TABLE "CompanionLine" ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "setAsideAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "CompanionNote" ADD COLUMN     "movedSealed" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "openWith" "OpenWith",
ADD COLUMN     "rideHome" TEXT[],
ADD COLUMN     "setAsideAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "patientVersion" INTEGER,
    "patientAt" TIMESTAMPTZ(3),
    "companionVersion" INTEGER,
    "companionAt" TIMESTAMPTZ(3),

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LookIn" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LookIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffCall" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" UUID,

    CONSTRAINT "StaffCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Memory" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Memory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quote" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "textSealed" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecallItem" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "subject" "RecallSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "position" INTEGER,
    "withIntention" BOOLEAN NOT NULL DEFAULT false,
    "bringAt" TIMESTAMPTZ(3),
    "threadId" UUID,
    "setAsideAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecallItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DrawerLine" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "textSealed" TEXT NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DrawerLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suspension" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "reasonSealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" UUID,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Agreement_patientId_idx" ON "Agreement"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_sessionId_grantId_key" ON "Agreement"("sessionId", "grantId");

-- CreateIndex
CREATE INDEX "LookIn_sessionId_authorId_at_idx" ON "LookIn"("sessionId", "authorId", "at");

-- CreateIndex
CREATE INDEX "LookIn_patientId_idx" ON "LookIn"("patientId");

-- CreateIndex
CREATE INDEX "StaffCall_sessionId_at_idx" ON "StaffCall"("sessionId", "at");

-- CreateIndex
CREATE INDEX "StaffCall_patientId_acknowledgedAt_idx" ON "StaffCall"("patientId", "acknowledgedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Memory_lineId_key" ON "Memory"("lineId");

-- CreateIndex
CREATE INDEX "Memory_patientId_idx" ON "Memory"("patientId");

-- CreateIndex
CREATE INDEX "Quote_sessionId_at_idx" ON "Quote"("sessionId", "at");

-- CreateIndex
CREATE INDEX "Quote_patientId_idx" ON "Quote"("patientId");

-- CreateIndex
CREATE INDEX "RecallItem_patientId_idx" ON "RecallItem"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "RecallItem_sessionId_subjectId_key" ON "RecallItem"("sessionId", "subjectId");

-- CreateIndex
CREATE INDEX "DrawerLine_patientId_at_idx" ON "DrawerLine"("patientId", "at");

-- CreateIndex
CREATE INDEX "Suspension_grantId_idx" ON "Suspension"("grantId");

-- CreateIndex
CREATE INDEX "Suspension_patientId_idx" ON "Suspension"("patientId");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookIn" ADD CONSTRAINT "LookIn_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffCall" ADD CONSTRAINT "StaffCall_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "CompanionLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallItem" ADD CONSTRAINT "RecallItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallItem" ADD CONSTRAINT "RecallItem_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawerLine" ADD CONSTRAINT "DrawerLine_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
