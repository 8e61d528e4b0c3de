import {
  BookOpen,
  Building2,
  Ellipsis,
  HeartHandshake,
  KeyRound,
  Mail,
  Network,
  NotebookPen,
  ScrollText,
  Sprout,
  Sun,
  Users,
} from "lucide-react";
import { ArchIcon } from "@/components/ui/arch";
import type { NavItem, Space } from "@/components/ui/space-shell";
import type { Role } from "@/lib/core/actor";

export const spaceOf: Record<Role, Space> = {
  admin: "admin",
  therapist: "therapist",
  patient: "my",
  companion: "companion",
};

export const navOf: Record<Role, NavItem[]> = {
  patient: [
    { href: "/my", label: "Today", icon: <ArchIcon />, exact: true },
    { href: "/my/journal", label: "Journal", icon: <BookOpen aria-hidden />, also: ["/my/threads", "/my/making"] },
    { href: "/my/practices", label: "Practise", icon: <Sprout aria-hidden />, also: ["/my/body"] },
    {
      href: "/my/more",
      label: "More",
      icon: <Ellipsis aria-hidden />,
      also: [
        "/my/path",
        "/my/check-ins",
        "/my/sessions",
        "/my/goals",
        "/my/companions",
        "/my/opened",
        "/my/fit",
        "/my/book",
        "/account",
      ],
    },
  ],
  therapist: [
    { href: "/therapist", label: "Today", icon: <Sun aria-hidden />, exact: true },
    { href: "/therapist/patients", label: "Patients", icon: <Users aria-hidden />, also: ["/therapist/sessions"] },
    { href: "/therapist/notes", label: "Notes", icon: <NotebookPen aria-hidden /> },
    { href: "/therapist/practices", label: "Practices", icon: <Sprout aria-hidden /> },
  ],
  companion: [
    { href: "/companion", label: "Sessions", exact: true, also: ["/companion/sessions"] },
    { href: "/companion/shared", label: "Shared with you" },
  ],
  admin: [
    {
      href: "/admin",
      label: "Accounts",
      icon: <Users aria-hidden />,
      exact: true,
      also: ["/admin/people", "/admin/invite", "/admin/invitations"],
    },
    { href: "/admin/care-teams", label: "Care teams", icon: <Network aria-hidden /> },
    { href: "/admin/companions", label: "Companions", icon: <HeartHandshake aria-hidden /> },
    { href: "/admin/clinic", label: "Clinic", icon: <Building2 aria-hidden /> },
    { href: "/admin/sign-ins", label: "Sign-ins", icon: <KeyRound aria-hidden /> },
    { href: "/admin/audit", label: "Audit log", icon: <ScrollText aria-hidden /> },
    { href: "/admin/outbox", label: "Outbox", icon: <Mail aria-hidden /> },
  ],
};
