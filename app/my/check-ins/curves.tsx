import type { ReactNode } from "react";
import { LineChart } from "@/components/charts/line-chart";
import { Details } from "@/components/ui/details";
import { type Curve, measureNames, measureValue } from "@/lib/checkIns/rules";
import { shortDay } from "./days";

type Props = {
  curves: Curve[];
  from: string;
  to: string;
  /** The days of the doses. */
  doses: string[];
  /** How many are shown at first. */
  most: number;
};

/** One small picture for each measure, all over the same days. */
export function Curves({ curves, doses, most, ...days }: Props) {
  const draw = (curve: Curve) => <Picture key={curve.measure} curve={curve} doses={doses} {...days} />;
  return (
    <section className="stack" aria-labelledby="curves">
      <h2 id="curves" className="sr-only">
        Over the weeks
      </h2>
      <div className="charts">{curves.slice(0, most).map(draw)}</div>
      {doses.length > 0 && (
        <p className="row flex-nowrap gap-2 small soft">
          <span className="chart-key" aria-hidden="true" />
          <span>Arches are dosing sessions: {list.format(doses.map(shortDay))}.</span>
        </p>
      )}
      {curves.length > most && (
        <Details summary="The other pictures">
          <div className="charts">{curves.slice(most).map(draw)}</div>
        </Details>
      )}
    </section>
  );
}

function Picture({ curve, doses, from, to }: Omit<Props, "curves" | "most"> & { curve: Curve }): ReactNode {
  const { measure, ...drawn } = curve;
  return (
    <figure className="stack gap-2">
      <figcaption>
        <h3>{measureNames[measure]}</h3>
      </figcaption>
      <LineChart
        {...drawn}
        {...{ from, to, doses }}
        words={inWords(curve, doses)}
        fromLabel={shortDay(from)}
        toLabel="today"
      />
    </figure>
  );
}

function inWords({ measure, values, top, bottom }: Curve, doses: string[]): string {
  const said = ({ day, value }: { day: string; value: number }) =>
    `${measureValue(measure, value)} on ${shortDay(day)}`;
  const [first, last] = [values[0], values.at(-1)];
  const course = [first, ...(values.length > 1 ? [last] : [])].flatMap((one) => (one ? [said(one)] : []));
  const sessions = doses.length > 0 ? ` Dosing sessions on ${list.format(doses.map(shortDay))}.` : "";
  return `${measureNames[measure]}, between ${bottom} and ${top}: ${course.join(", then ")}.${sessions} The table below has every day.`;
}

const list = new Intl.ListFormat("en-GB");
