import { BookOpen, Feather, FileText, Mail, MessageCircle, Moon, Sparkles, Sun } from "lucide-react";
import type { EntryKind } from "@/lib/journal/rules";

const icons = {
  reflection: MessageCircle,
  page: FileText,
  fragment: Sparkles,
  dream: Moon,
  story: BookOpen,
  poem: Feather,
  letter: Mail,
  gratitude: Sun,
};

/** A small picture for a kind of page; its word always stands beside it. */
export function KindIcon({ kind, size = 18 }: { kind: EntryKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} strokeWidth={1.6} aria-hidden="true" />;
}
