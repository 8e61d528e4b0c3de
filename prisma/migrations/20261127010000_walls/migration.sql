-- AlterTable
ALTER TABLE "Installation" ADD COLUMN "walls" TEXT;
