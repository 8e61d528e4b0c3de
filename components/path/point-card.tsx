import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/card";
import { Words } from "@/components/ui/words";
import { type PointKey, pointWords } from "@/lib/path/rules";

/** The point after the last dose at which a patient is: what was hoped for, and a door to write. */
export function PointCard({ point, intention }: { point: PointKey; intention: string | null }) {
  return (
    <Door>
      <h2 className="small soft point-title">{pointWords(point)}</h2>
      {intention ? <Words>“{intention}”</Words> : <Words>How is it, from here?</Words>}
      <p className="soft">
        {intention ? "That is what you took with you. What is a little different, if anything?" : "A word is enough."}
      </p>
      <div className="row">
        <Button variant="quiet" href="/my/journal/new?kind=reflection">
          Write a few lines
        </Button>
      </div>
    </Door>
  );
}
