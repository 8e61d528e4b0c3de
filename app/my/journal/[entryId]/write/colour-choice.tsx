import { Details } from "@/components/ui/details";
import { type Colour, colourKeys, colours } from "@/lib/journal/rules";

const firstColours: Colour[] = ["rose", "gold", "sea"];

/** A colour for what has no words yet. With fewer choices three come first. */
export function ColourChoice({ colour = "", few }: { colour?: string; few: boolean }) {
  const first = few ? colourKeys.filter((key) => firstColours.includes(key) || key === colour) : colourKeys;
  const rest = colourKeys.filter((key) => !first.includes(key));
  return (
    <fieldset className="field gap-3">
      <legend>A colour, if it has one</legend>
      <div className="mood-chips">
        <label className="mood-chip">
          <input type="radio" name="colour" value="" defaultChecked={!colour} />
          <span>None</span>
        </label>
        <Chips keys={first} chosen={colour} />
      </div>
      {rest.length > 0 && (
        <Details summary="More colours">
          <div className="mood-chips">
            <Chips keys={rest} chosen={colour} />
          </div>
        </Details>
      )}
    </fieldset>
  );
}

const Chips = ({ keys, chosen }: { keys: Colour[]; chosen: string }) =>
  keys.map((key) => (
    <label key={key} className="mood-chip">
      <input type="radio" name="colour" value={key} defaultChecked={key === chosen} />
      <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="9" fill={colours[key].fill} />
      </svg>
      <span>{colours[key].words}</span>
    </label>
  ));
