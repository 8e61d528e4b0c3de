import {
  Building2,
  CalendarDays,
  Ellipsis,
  KeyRound,
  Mail,
  Network,
  NotebookPen,
  ScrollText,
  Sun,
  Target,
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
    { href: "/my/sessions", label: "Sessions", icon: <CalendarDays aria-hidden /> },
    { href: "/my/goals", label: "Goals", icon: <Target aria-hidden /> },
    {
      href: "/my/more",
      label: "More",
      icon: <Ellipsis aria-hidden />,
      also: ["/my/companions", "/my/opened", "/account"],
    },
  ],
  therapist: [
    { href: "/therapist", label: "Today", icon: <Sun aria-hidden />, exact: true },
    { href: "/therapist/patients", label: "Patients", icon: <Users aria-hidden />, also: ["/therapist/sessions"] },
    { href: "/therapist/notes", label: "Notes", icon: <NotebookPen aria-hidden /> },
  ],
  companion: [{ href: "/companion", label: "Sessions" }],
  admin: [
    {
      href: "/admin",
      label: "Accounts",
      icon: <Users aria-hidden />,
      exact: true,
      also: ["/admin/people", "/admin/invite", "/admin/invitations"],
    },
    { href: "/admin/care-teams", label: "Care teams", icon: <Network aria-hidden /> },
    { href: "/admin/clinic", label: "Clinic", icon: <Building2 aria-hidden /> },
    { href: "/admin/sign-ins", label: "Sign-ins", icon: <KeyRound aria-hidden /> },
    { href: "/admin/audit", label: "Audit log", icon: <ScrollText aria-hidden /> },
    { href: "/admin/outbox", label: "Outbox", icon: <Mail aria-hidden /> },
  ],
};
