"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Here, whoIsHere } from "@/client/fragments";

/** The clinic's number and the patient's companions: asked for while the portal answers, and never kept on the device. */
export function CallPeople({ phone }: { phone: ReactNode }) {
  const [here, setHere] = useState<Here | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const found = location.hash === "#call" ? await whoIsHere() : null;
      if (!gone) setHere(found && "personId" in found ? found : null);
    };
    void look();
    const again = () => void look();
    addEventListener("hashchange", again);
    return () => {
      gone = true;
      removeEventListener("hashchange", again);
    };
  }, []);
  if (!here?.clinic && !here?.companions.length) return null;
  return (
    <ul className="quiet-lines">
      {here.clinic && (
        <li>
          <a href={`tel:${dialled(here.clinic.phone)}`}>
            {phone}
            <span>
              <strong>{here.clinic.name}</strong> <span className="soft">{here.clinic.phone}</span>
            </span>
          </a>
        </li>
      )}
      {here.companions.map((name) => (
        <li key={name} className="person-line">
          <span aria-hidden="true" className="small-arch" />
          <span>
            <strong>{name}</strong> <span className="soft">in your phone’s contacts</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The number without what stands after it, such as an extension. */
const dialled = (number: string) => (number.split(/[a-z#;,]/i)[0] ?? "").replace(/[^+\d]/g, "");
