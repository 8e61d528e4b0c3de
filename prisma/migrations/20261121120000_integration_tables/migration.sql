-- CreateEnum
CREATE TYPE "NervousState" AS ENUM ('settled', 'activated', 'shutDown');

-- CreateEnum
CREATE TYPE "BodySide" AS ENUM ('front', 'back');

-- CreateEnum
CREATE TYPE "BookState" AS ENUM ('waiting', 'working', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "TextSize" AS ENUM ('normal', 'large', 'larger');

-- CreateEnum
CREATE TYPE "Look" AS ENUM ('warm', 'plain');

-- CreateEnum
CREATE TYPE "Pacing" AS ENUM ('none', 'gentle');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('reflection', 'page', 'fragment', 'dream', 'story', 'poem', 'letter', 'gratitude');

-- CreateEnum
CREATE TYPE "ThreadKind" AS ENUM ('image', 'emotion', 'sensation', 'belief', 'pattern');

-- CreateEnum
CREATE TYPE "MediaKind" AS ENUM ('image', 'audio');

-- CreateEnum
CREATE TYPE "MediaSource" AS ENUM ('upload', 'sketch', 'voice');

-- CreateEnum
CREATE TYPE "PracticeFamily" AS ENUM ('body', 'writing', 'stillness', 'making', 'nature', 'restAndFood', 'connection', 'meaning');

-- CreateEnum
CREATE TYPE "FeltSense" AS ENUM ('heavy', 'tense', 'restless', 'numb', 'tired', 'even', 'softer', 'lighter', 'open', 'clear');

-- AlterEnum


ALTER TYPE "ShareSubject" ADD VALUE 'entry';
ALTER TYPE "ShareSubject" ADD VALUE 'media';
ALTER TYPE "ShareSubject" ADD VALUE 'checkIn';
ALTER TYPE "ShareSubject" ADD VALUE 'practiceLog';
ALTER TYPE "ShareSubject" ADD VALUE 'sensation';
ALTER TYPE "ShareSubject" ADD VALUE 'plan';

-- AlterTable
ALTER TABLE "GoalAction" ADD COLUMN     "entryId" UUID,
ALTER COLUMN "goalId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mood" INTEGER,
    "anxiety" INTEGER,
    "energy" INTEGER,
    "pain" INTEGER,
    "state" "NervousState",
    "sleepHours" DECIMAL(3,1),
    "sleepQuality" INTEGER,
    "water" INTEGER,
    "caffeine" INTEGER,
    "screens" DECIMAL(3,1),
    "connection" INTEGER,
    "wordSealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StateCheck" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "state" "NervousState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StateCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sensation" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "side" "BodySide" NOT NULL,
    "place" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Sensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Book" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "state" "BookState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "readyAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "pdf" BYTEA,
    "zip" BYTEA,

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fit" (
    "patientId" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "shortPrompts" BOOLEAN NOT NULL DEFAULT false,
    "fewerChoices" BOOLEAN NOT NULL DEFAULT false,
    "timers" BOOLEAN NOT NULL DEFAULT true,
    "pacing" "Pacing" NOT NULL DEFAULT 'none',
    "ancestralPrompts" BOOLEAN NOT NULL DEFAULT false,
    "textSize" "TextSize" NOT NULL DEFAULT 'normal',
    "look" "Look" NOT NULL DEFAULT 'warm',
    "relationshipWords" TEXT[],
    "sharesCheckIns" BOOLEAN NOT NULL DEFAULT false,
    "quietLeftAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Fit_pkey" PRIMARY KEY ("patientId")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "prompt" TEXT NOT NULL DEFAULT '',
    "colour" TEXT NOT NULL DEFAULT '',
    "sealed" TEXT NOT NULL,
    "words" INTEGER[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedUntil" TIMESTAMPTZ(3),
    "putAwayAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryVersion" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EntryVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "kind" "ThreadKind" NOT NULL,
    "nameSealed" TEXT NOT NULL,
    "nameHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadPlace" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ThreadPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryLink" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EntryLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "textSealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "entryId" UUID,
    "kind" "MediaKind" NOT NULL,
    "source" "MediaSource" NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "seconds" INTEGER,
    "bytes" BYTEA NOT NULL,
    "thumb" BYTEA,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "putAwayAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClinicPractice" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "family" "PracticeFamily" NOT NULL,
    "content" JSONB NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "ClinicPractice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnPractice" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "family" "PracticeFamily" NOT NULL,
    "sealed" TEXT NOT NULL,
    "putAwayAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnPractice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeChoice" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "favouriteAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "PracticeChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeLog" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER,
    "before" "FeltSense",
    "after" "FeltSense",
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PracticeLog_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_patientId_day_key" ON "CheckIn"("patientId", "day");

-- CreateIndex
CREATE INDEX "StateCheck_patientId_at_idx" ON "StateCheck"("patientId", "at");

-- CreateIndex
CREATE INDEX "Sensation_patientId_at_idx" ON "Sensation"("patientId", "at");

-- CreateIndex
CREATE INDEX "Book_patientId_askedAt_idx" ON "Book"("patientId", "askedAt");

-- CreateIndex
CREATE INDEX "Entry_patientId_at_id_idx" ON "Entry"("patientId", "at", "id");

-- CreateIndex
CREATE INDEX "EntryVersion_patientId_idx" ON "EntryVersion"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "EntryVersion_entryId_number_key" ON "EntryVersion"("entryId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_patientId_kind_nameHash_key" ON "Thread"("patientId", "kind", "nameHash");

-- CreateIndex
CREATE INDEX "ThreadPlace_entryId_idx" ON "ThreadPlace"("entryId");

-- CreateIndex
CREATE INDEX "ThreadPlace_patientId_idx" ON "ThreadPlace"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadPlace_threadId_entryId_key" ON "ThreadPlace"("threadId", "entryId");

-- CreateIndex
CREATE INDEX "EntryLink_bId_idx" ON "EntryLink"("bId");

-- CreateIndex
CREATE INDEX "EntryLink_patientId_idx" ON "EntryLink"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "EntryLink_aId_bId_key" ON "EntryLink"("aId", "bId");

-- CreateIndex
CREATE INDEX "Answer_subjectId_at_idx" ON "Answer"("subjectId", "at");

-- CreateIndex
CREATE INDEX "Answer_patientId_at_idx" ON "Answer"("patientId", "at");

-- CreateIndex
CREATE INDEX "Media_patientId_at_id_idx" ON "Media"("patientId", "at", "id");

-- CreateIndex
CREATE INDEX "Media_entryId_idx" ON "Media"("entryId");

-- CreateIndex
CREATE UNIQUE INDEX "ClinicPractice_clinicId_slug_key" ON "ClinicPractice"("clinicId", "slug");

-- CreateIndex
CREATE INDEX "OwnPractice_patientId_idx" ON "OwnPractice"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeChoice_patientId_slug_key" ON "PracticeChoice"("patientId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_patientId_key" ON "Plan"("patientId");

-- CreateIndex
CREATE INDEX "PlanItem_planId_idx" ON "PlanItem"("planId");

-- CreateIndex
CREATE INDEX "PlanItem_patientId_idx" ON "PlanItem"("patientId");

-- CreateIndex
CREATE INDEX "PracticeLog_patientId_at_id_idx" ON "PracticeLog"("patientId", "at", "id");

-- CreateIndex
CREATE INDEX "GoalAction_entryId_idx" ON "GoalAction"("entryId");

-- AddForeignKey
ALTER TABLE "GoalAction" ADD CONSTRAINT "GoalAction_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryVersion" ADD CONSTRAINT "EntryVersion_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPlace" ADD CONSTRAINT "ThreadPlace_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPlace" ADD CONSTRAINT "ThreadPlace_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
