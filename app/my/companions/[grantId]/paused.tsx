type Props = { by: string | null; phone: string };

/** Whom to ask about a pause. Why it is, they tell themselves. */
export function Paused({ by, phone }: Props) {
  return (
    <p className="soft">
      Ask {by ?? "your care team"} about it, at your next session
      {phone ? (
        <>
          {" "}
          or under{" "}
          <a className="whitespace-nowrap underline" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
            {phone}
          </a>
        </>
      ) : (
        " or before"
      )}
      . Until it is open again, they see nothing.
    </p>
  );
}
