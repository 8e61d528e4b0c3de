"use client";

import { classNames } from "@/components/ui/class-names";
import { Details } from "@/components/ui/details";
import { HintAndError } from "@/components/ui/field-parts";
import { useField } from "@/components/ui/form";
import { allOver, capital, placeKey, placesOf, sides } from "@/lib/body/rules";
import type { BodySide } from "@/prisma/generated/enums";
import { Figure } from "./figure";

type Props = {
  legend: string;
  hint?: string;
  /** The keys of places where something was felt: they carry a mark. */
  marked: string[];
  /** The picture waits behind a line, and the list comes first. */
  folded?: boolean;
};

/** A body from the front and from behind, of which one place can be chosen. Also works without JavaScript. */
export function BodyMap({ legend, hint, marked, folded }: Props) {
  const { id, value, error, describedBy } = useField("place");
  const choose = (key: string, own: string) => (
    <input id={own} type="radio" name="place" value={key} defaultChecked={key === value} />
  );
  // The error summary links to the group's id, which is its first place.
  const idOf = (key: string, index: number) => (key.startsWith("front") && index === 0 ? id : `${id}-${key}`);
  const everywhere = placeKey({ side: "front", place: allOver });
  const picture = (
    <>
      <div className="figures">
        {(Object.keys(sides) as BodySide[]).map((side) => (
          <div key={side}>
            <p className="figure-name" aria-hidden="true">
              {sides[side]}
            </p>
            <Figure>
              {placesOf(side).map(({ key, slot, name }, index) => (
                <label
                  key={key}
                  htmlFor={idOf(key, index)}
                  className="place"
                  data-slot={slot}
                  data-marked={marked.includes(key)}
                >
                  {choose(key, idOf(key, index))}
                  <span>
                    <span className="sr-only">{sides[side]}: </span>
                    {name}
                  </span>
                </label>
              ))}
            </Figure>
            <p className="figure-sides" aria-hidden="true">
              <span>{side === "front" ? "your right" : "your left"}</span>
              <span>{side === "front" ? "your left" : "your right"}</span>
            </p>
          </div>
        ))}
      </div>
      <label htmlFor={`${id}-everywhere`} className="tile everywhere" data-marked={marked.includes(everywhere)}>
        {choose(everywhere, `${id}-everywhere`)}
        <span>All over</span>
      </label>
    </>
  );
  return (
    <fieldset className={classNames("field body-map", error && "bad")} aria-describedby={describedBy(hint)}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {folded && <PlaceList />}
      {folded ? (
        <Details summary="Show the picture of a body" open={!!value}>
          {picture}
        </Details>
      ) : (
        picture
      )}
      {!folded && <PlaceList />}
    </fieldset>
  );
}

/** The same places as a list. What is chosen here counts. */
function PlaceList() {
  const { id, value } = useField("listed", "");
  return (
    <div className="field">
      <label htmlFor={id}>From a list</label>
      <select id={id} name="listed" key={value} defaultValue={value} className="medium">
        <option value="">As on the picture</option>
        <option value={placeKey({ side: "front", place: allOver })}>All over</option>
        {(Object.keys(sides) as BodySide[]).map((side) => (
          <optgroup key={side} label={sides[side]}>
            {placesOf(side).map(({ key, name }) => (
              <option key={key} value={key}>
                {capital(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
