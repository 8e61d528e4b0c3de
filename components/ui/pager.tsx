import { Button } from "./button";

type Props = {
  newer?: string;
  older?: string;
  label?: string;
  /** For lists that are not by time: "Previous", "Next". */
  words?: [newer: string, older: string];
};

export function Pager({ newer, older, label = "Pages", words = ["Newer", "Older"] }: Props) {
  if (!newer && !older) return null;
  return (
    <nav aria-label={label} className="row">
      {newer && (
        <Button variant="quiet" href={newer}>
          {words[0]}
        </Button>
      )}
      {older && (
        <Button variant="quiet" href={older}>
          {words[1]}
        </Button>
      )}
    </nav>
  );
}
