import type { ReactNode } from "react";
import { type NavItem, SpaceShell } from "@/components/ui/space-shell";
import { Tag } from "@/components/ui/tag";
import { secondsLeft } from "@/lib/accounts/signIns/rules";
import { type Actor, homeOf } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { readCookie } from "@/lib/core/jar";
import { countUnsigned } from "@/lib/notes/queries";
import { Flash } from "./flash";
import { IdleCountdown } from "./idle-countdown";
import { navOf, spaceOf } from "./nav";
import { SignOut } from "./sign-out";

const roleWords = { admin: "Admin", therapist: "Therapist", patient: "", companion: "Companion" };

/** The room around every page of one role. Who may see what is decided where the data is read. */
export async function Space({ actor, children }: { actor: Actor; children: ReactNode }) {
  const notice = await readCookie("notice");
  return (
    <SpaceShell
      space={spaceOf[actor.role]}
      home={homeOf[actor.role]}
      nav={await navFor(actor)}
      person={{ name: actor.name, detail: roleWords[actor.role] || actor.clinicName }}
      account="/account"
      signOut={<SignOut />}
      quiet={actor.role === "patient" ? "/quiet" : undefined}
      help={actor.role === "patient" || actor.role === "companion" ? "/help" : undefined}
      banner={actor.isDemonstration && "This is a demonstration clinic. Nobody here is real."}
      notice={<Flash key={crypto.randomUUID()} text={notice} />}
    >
      {children}
      <IdleCountdown personId={actor.personId} secondsLeft={secondsLeft({ ...actor, lastSeenAt: now() }, now())} />
    </SpaceShell>
  );
}

async function navFor(actor: Actor): Promise<NavItem[]> {
  const nav = navOf[actor.role];
  if (actor.role !== "therapist") return nav;
  const unsigned = await read(actor, (db) => countUnsigned(db, actor.personId));
  if (unsigned === 0) return nav;
  const count = <Tag tone="gold">{unsigned} unsigned</Tag>;
  return nav.map((item) => (item.href === "/therapist/notes" ? { ...item, count } : item));
}
