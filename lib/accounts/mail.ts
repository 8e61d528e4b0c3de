import { env } from "@/lib/core/env";
import { queueMail } from "@/lib/core/mail";
import type { Db } from "@/lib/core/prisma";

type To = { clinicId: string; email: string };

/** Letters about accounts. They say nothing about anybody's health and name nobody. */
export function sendInvitation(db: Db, { clinicName, token, ...to }: To & { clinicName: string; token: string }) {
  return send(db, to, "Your invitation", [
    `${clinicName} invites you to its portal. This link opens your account:`,
    `${env().APP_ORIGIN}/invitation/${token}`,
    "It works once, within 7 days, and is meant for you alone.",
    "If you did not expect this letter, you need do nothing. Without you, nothing happens.",
  ]);
}

export function sendResetLink(db: Db, { token, ...to }: To & { token: string }) {
  return send(db, to, "A new password", [
    "Somebody asked for a new password for your account. If it was you, this link lets you choose one:",
    `${env().APP_ORIGIN}/reset/${token}`,
    "It works once, within 30 minutes.",
    "If it was not you, you need do nothing. Your password stays as it is.",
  ]);
}

export function sendPasswordChanged(db: Db, to: To) {
  return send(db, to, "Your password was changed", [
    "The password of your account was changed just now, and your account was signed out everywhere else.",
    "If it was you, all is well.",
    `If it was not you, choose a new password now, and tell your clinic: ${env().APP_ORIGIN}/forgot`,
  ]);
}

export function sendRoomAdded(db: Db, { clinicName, ...to }: To & { clinicName: string }) {
  return send(db, to, "Your account was used to accept an invitation", [
    `An invitation from ${clinicName} was accepted with your account and your password.`,
    "If it was you, all is well.",
    `If it was not you, choose a new password now, and tell your clinic: ${env().APP_ORIGIN}/forgot`,
  ]);
}

const send = (db: Db, { clinicId, email }: To, subject: string, paragraphs: string[]) =>
  queueMail(db, { clinicId, to: email, subject, text: `${paragraphs.join("\n\n")}\n` });
