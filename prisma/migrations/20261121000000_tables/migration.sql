-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'therapist', 'patient', 'companion');

-- CreateEnum
CREATE TYPE "GrantScope" AS ENUM ('course', 'sessions');

-- CreateEnum
CREATE TYPE "GoalActionState" AS ENUM ('open', 'done', 'letGo');

-- CreateEnum
CREATE TYPE "NoteFormat" AS ENUM ('soap', 'dap', 'birp', 'kapIntegration');

-- CreateEnum
CREATE TYPE "NoteState" AS ENUM ('draft', 'signed');

-- CreateEnum
CREATE TYPE "ReleaseState" AS ENUM ('released', 'withheld');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('preparation', 'dosing', 'integration');

-- CreateEnum
CREATE TYPE "SessionState" AS ENUM ('scheduled', 'checkedIn', 'inProgress', 'completed', 'cancelled', 'noShow');

-- CreateEnum
CREATE TYPE "ShareSubject" AS ENUM ('intention', 'goal', 'companionNote');

-- CreateEnum
CREATE TYPE "ShareAudience" AS ENUM ('careTeam', 'companion');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "passwordChangedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "pronouns" TEXT NOT NULL DEFAULT '',
    "credentials" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSignInAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "personId" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "fullName" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "birthDate" DATE,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "handleHash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "passwordAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "credentials" TEXT NOT NULL DEFAULT '',
    "tokenHash" TEXT NOT NULL,
    "grantId" UUID,
    "therapistId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "role" "Role",
    "system" TEXT,
    "verb" TEXT NOT NULL,
    "patientId" UUID,
    "subject" TEXT,
    "subjectId" UUID,
    "detail" JSONB,
    "onceKey" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditLink" (
    "entryId" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "clinicId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "resultId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("personId","key","verb")
);

-- CreateTable
CREATE TABLE "CareTeamMember" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "therapistId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "addedById" UUID NOT NULL,
    "endedById" UUID,

    CONSTRAINT "CareTeamMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clinic" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "crisisText" TEXT NOT NULL DEFAULT '',
    "staffIdleMinutes" INTEGER NOT NULL DEFAULT 15,
    "patientIdleMinutes" INTEGER NOT NULL DEFAULT 60,
    "absoluteHours" INTEGER NOT NULL DEFAULT 12,
    "grantDays" INTEGER NOT NULL DEFAULT 14,
    "releaseAtOnce" BOOLEAN NOT NULL DEFAULT true,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClinicKey" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "masterId" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClinicKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanionGrant" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "companionId" UUID,
    "companionName" TEXT NOT NULL,
    "relationship" TEXT NOT NULL DEFAULT '',
    "scope" "GrantScope" NOT NULL,
    "showsIntention" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "suspendedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CompanionGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanionGrantSession" (
    "grantId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CompanionGrantSession_pkey" PRIMARY KEY ("grantId","sessionId")
);

-- CreateTable
CREATE TABLE "CompanionNote" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "sawSealed" TEXT NOT NULL,
    "seemedSealed" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "handedOverAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CompanionNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanionLine" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "noteId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "textSealed" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CompanionLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "courseId" UUID,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "success" TEXT NOT NULL DEFAULT '',
    "letGoAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalAction" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "GoalActionState" NOT NULL DEFAULT 'open',
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GoalAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Intention" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Intention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntentionWording" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "intentionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IntentionWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "format" "NoteFormat" NOT NULL,
    "sections" JSONB NOT NULL,
    "state" "NoteState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "signerName" TEXT,
    "signerCredentials" TEXT,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteAddendum" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "noteId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "authorCredentials" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoteAddendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteRelease" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "noteId" UUID NOT NULL,
    "state" "ReleaseState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoteRelease_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PsychotherapyNote" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PsychotherapyNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "therapistId" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "state" "SessionState" NOT NULL DEFAULT 'scheduled',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "replacesId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionChange" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "from" "SessionState",
    "to" "SessionState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,

    CONSTRAINT "SessionChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "subject" "ShareSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "audience" "ShareAudience" NOT NULL,
    "companionId" UUID,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShareSeen" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShareSeen_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Person_clinicId_role_name_id_idx" ON "Person"("clinicId", "role", "name", "id");

-- CreateIndex
CREATE INDEX "Person_clinicId_name_id_idx" ON "Person"("clinicId", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_accountId_clinicId_role_key" ON "Person"("accountId", "clinicId", "role");

-- CreateIndex
CREATE INDEX "Contact_clinicId_fullName_personId_idx" ON "Contact"("clinicId", "fullName", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignIn_handleHash_key" ON "SignIn"("handleHash");

-- CreateIndex
CREATE INDEX "SignIn_personId_endedAt_idx" ON "SignIn"("personId", "endedAt");

-- CreateIndex
CREATE INDEX "SignIn_accountId_endedAt_idx" ON "SignIn"("accountId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_grantId_key" ON "Invitation"("grantId");

-- CreateIndex
CREATE INDEX "Invitation_clinicId_createdAt_id_idx" ON "Invitation"("clinicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Invitation_clinicId_name_id_idx" ON "Invitation"("clinicId", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_accountId_idx" ON "PasswordReset"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_onceKey_key" ON "AuditEntry"("onceKey");

-- CreateIndex
CREATE INDEX "AuditEntry_clinicId_at_id_idx" ON "AuditEntry"("clinicId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_clinicId_verb_at_idx" ON "AuditEntry"("clinicId", "verb", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_patientId_at_idx" ON "AuditEntry"("patientId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_clinicId_number_key" ON "AuditLink"("clinicId", "number");

-- CreateIndex
CREATE INDEX "Submission_at_idx" ON "Submission"("at");

-- CreateIndex
CREATE INDEX "CareTeamMember_therapistId_patientId_idx" ON "CareTeamMember"("therapistId", "patientId");

-- CreateIndex
CREATE INDEX "CareTeamMember_patientId_idx" ON "CareTeamMember"("patientId");

-- CreateIndex
CREATE INDEX "Course_patientId_startedAt_idx" ON "Course"("patientId", "startedAt");

-- CreateIndex
CREATE INDEX "ClinicKey_clinicId_idx" ON "ClinicKey"("clinicId");

-- CreateIndex
CREATE INDEX "CompanionGrant_patientId_createdAt_idx" ON "CompanionGrant"("patientId", "createdAt");

-- CreateIndex
CREATE INDEX "CompanionGrant_companionId_idx" ON "CompanionGrant"("companionId");

-- CreateIndex
CREATE INDEX "CompanionGrantSession_sessionId_idx" ON "CompanionGrantSession"("sessionId");

-- CreateIndex
CREATE INDEX "CompanionGrantSession_patientId_idx" ON "CompanionGrantSession"("patientId");

-- CreateIndex
CREATE INDEX "CompanionNote_patientId_idx" ON "CompanionNote"("patientId");

-- CreateIndex
CREATE INDEX "CompanionNote_authorId_idx" ON "CompanionNote"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "CompanionNote_sessionId_authorId_key" ON "CompanionNote"("sessionId", "authorId");

-- CreateIndex
CREATE INDEX "CompanionLine_noteId_at_idx" ON "CompanionLine"("noteId", "at");

-- CreateIndex
CREATE INDEX "CompanionLine_patientId_idx" ON "CompanionLine"("patientId");

-- CreateIndex
CREATE INDEX "Goal_patientId_createdAt_idx" ON "Goal"("patientId", "createdAt");

-- CreateIndex
CREATE INDEX "GoalAction_goalId_idx" ON "GoalAction"("goalId");

-- CreateIndex
CREATE INDEX "GoalAction_patientId_idx" ON "GoalAction"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "Intention_sessionId_key" ON "Intention"("sessionId");

-- CreateIndex
CREATE INDEX "Intention_patientId_idx" ON "Intention"("patientId");

-- CreateIndex
CREATE INDEX "IntentionWording_patientId_idx" ON "IntentionWording"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "IntentionWording_intentionId_number_key" ON "IntentionWording"("intentionId", "number");

-- CreateIndex
CREATE INDEX "Mail_clinicId_createdAt_id_idx" ON "Mail"("clinicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Note_patientId_idx" ON "Note"("patientId");

-- CreateIndex
CREATE INDEX "Note_authorId_state_savedAt_idx" ON "Note"("authorId", "state", "savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Note_sessionId_authorId_key" ON "Note"("sessionId", "authorId");

-- CreateIndex
CREATE INDEX "NoteAddendum_noteId_at_idx" ON "NoteAddendum"("noteId", "at");

-- CreateIndex
CREATE INDEX "NoteAddendum_patientId_idx" ON "NoteAddendum"("patientId");

-- CreateIndex
CREATE INDEX "NoteRelease_noteId_idx" ON "NoteRelease"("noteId");

-- CreateIndex
CREATE INDEX "NoteRelease_patientId_idx" ON "NoteRelease"("patientId");

-- CreateIndex
CREATE INDEX "PsychotherapyNote_authorId_idx" ON "PsychotherapyNote"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "PsychotherapyNote_sessionId_authorId_key" ON "PsychotherapyNote"("sessionId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_replacesId_key" ON "Session"("replacesId");

-- CreateIndex
CREATE INDEX "Session_patientId_startsAt_id_idx" ON "Session"("patientId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Session_therapistId_startsAt_id_idx" ON "Session"("therapistId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Session_clinicId_startsAt_idx" ON "Session"("clinicId", "startsAt");

-- CreateIndex
CREATE INDEX "SessionChange_sessionId_at_idx" ON "SessionChange"("sessionId", "at");

-- CreateIndex
CREATE INDEX "SessionChange_patientId_idx" ON "SessionChange"("patientId");

-- CreateIndex
CREATE INDEX "Share_subjectId_idx" ON "Share"("subjectId");

-- CreateIndex
CREATE INDEX "Share_patientId_sharedAt_idx" ON "Share"("patientId", "sharedAt");

-- CreateIndex
CREATE INDEX "ShareSeen_patientId_idx" ON "ShareSeen"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "ShareSeen_personId_subjectId_key" ON "ShareSeen"("personId", "subjectId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareTeamMember" ADD CONSTRAINT "CareTeamMember_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareTeamMember" ADD CONSTRAINT "CareTeamMember_therapistId_fkey" FOREIGN KEY ("therapistId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClinicKey" ADD CONSTRAINT "ClinicKey_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionGrant" ADD CONSTRAINT "CompanionGrant_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionGrant" ADD CONSTRAINT "CompanionGrant_companionId_fkey" FOREIGN KEY ("companionId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionGrantSession" ADD CONSTRAINT "CompanionGrantSession_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionGrantSession" ADD CONSTRAINT "CompanionGrantSession_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionNote" ADD CONSTRAINT "CompanionNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionNote" ADD CONSTRAINT "CompanionNote_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "CompanionGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionNote" ADD CONSTRAINT "CompanionNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionLine" ADD CONSTRAINT "CompanionLine_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "CompanionNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalAction" ADD CONSTRAINT "GoalAction_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intention" ADD CONSTRAINT "Intention_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntentionWording" ADD CONSTRAINT "IntentionWording_intentionId_fkey" FOREIGN KEY ("intentionId") REFERENCES "Intention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteAddendum" ADD CONSTRAINT "NoteAddendum_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteAddendum" ADD CONSTRAINT "NoteAddendum_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteRelease" ADD CONSTRAINT "NoteRelease_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PsychotherapyNote" ADD CONSTRAINT "PsychotherapyNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_therapistId_fkey" FOREIGN KEY ("therapistId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionChange" ADD CONSTRAINT "SessionChange_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

