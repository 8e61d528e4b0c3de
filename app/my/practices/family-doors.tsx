import { Compass, Leaf, MoonStar, Palette, PenLine, PersonStanding, Plus, Soup, Users } from "lucide-react";
import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Link } from "@/components/ui/link";
import { families, familyOrder } from "@/lib/practices/rules";
import type { PracticeFamily } from "@/prisma/generated/enums";

const icons: Record<PracticeFamily, ReactNode> = {
  body: <PersonStanding aria-hidden />,
  writing: <PenLine aria-hidden />,
  stillness: <MoonStar aria-hidden />,
  making: <Palette aria-hidden />,
  nature: <Leaf aria-hidden />,
  restAndFood: <Soup aria-hidden />,
  connection: <Users aria-hidden />,
  meaning: <Compass aria-hidden />,
};

/** The families as doors, and one for what is one's own. Where choices are few, three stand open. */
export function FamilyDoors({ few }: { few: boolean }) {
  const doors = [...familyOrder.map(door), own];
  if (!few) return <ul className="family-doors">{doors}</ul>;
  const first: PracticeFamily[] = ["body", "nature", "restAndFood"];
  const rest = familyOrder.filter((family) => !first.includes(family));
  return (
    <>
      <ul className="family-doors">{first.map(door)}</ul>
      <Details summary="More doors">
        <ul className="family-doors">{[...rest.map(door), own]}</ul>
      </Details>
    </>
  );
}

const door = (family: PracticeFamily) => (
  <li key={family}>
    <Link href={`/my/practices?family=${family}`} className="family-door">
      {icons[family]}
      <span>{families[family].name}</span>
    </Link>
  </li>
);

const own = (
  <li key="own">
    <Link href="/my/practices/own" className="family-door own">
      <Plus aria-hidden />
      <span>Your own</span>
    </Link>
  </li>
);
