import type { ReactNode } from "react";

/** The lines that everybody has, day and night. */
export function Lines({ phone, message }: { phone: ReactNode; message: ReactNode }) {
  return (
    <ul className="quiet-lines">
      <li>
        <a href="tel:988">
          {phone}
          <span>
            <strong>988</strong> <span className="soft">talk, day and night</span>
          </span>
        </a>
      </li>
      <li>
        <a href="sms:988">
          {message}
          <span>
            <strong>988</strong> <span className="soft">text</span>
          </span>
        </a>
      </li>
      <li>
        <a href="tel:911">
          {phone}
          <span>
            <strong>911</strong> <span className="soft">in danger</span>
          </span>
        </a>
      </li>
    </ul>
  );
}
