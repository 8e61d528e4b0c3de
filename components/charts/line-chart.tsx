import { layOutLine } from "./geometry";

type Props = Parameters<typeof layOutLine>[0] & {
  /** What the picture says, for those who do not see it. */
  words: string;
  /** The axis ends in words. */
  top: string;
  bottom: string;
  /** The words beneath the left and the right edge. */
  fromLabel: string;
  toLabel: string;
};

const height = 104;

/** One measure over days, drawn on the server. It grows with the room that it has; doses are arches, and gaps stay gaps. */
export function LineChart({ words, top, bottom, fromLabel, toLabel, ...drawn }: Props) {
  const { path, dots, doses, dense } = layOutLine(drawn);
  const half = dense ? 4 : 6;
  return (
    <div className="chart">
      <span className="chart-end" aria-hidden="true">
        {top}
      </span>
      <span className="chart-end" aria-hidden="true">
        {bottom}
      </span>
      <svg role="img" aria-label={words} width="100%" height={height} className="chart-plot">
        <line x1="0" x2="100%" y1="1" y2="1" className="chart-edge" />
        <line x1="0" x2="100%" y1={height - 1} y2={height - 1} className="chart-edge" />
        {doses.map((x) => (
          <svg key={x} x={`${x}%`} overflow="visible" aria-hidden="true">
            <path
              d={`M${-half} ${height - 1}V16a${half} ${half} 0 0 1 ${half * 2} 0v${height - 17}`}
              className="chart-dose"
            />
          </svg>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
          <path d={path} className="chart-line" vectorEffect="non-scaling-stroke" />
          {dots.map(({ x, y }) => (
            <path
              key={x}
              d={`M${x} ${y}h0.01`}
              className={dense ? "chart-dot small" : "chart-dot"}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </svg>
      <p className="chart-days" aria-hidden="true">
        <span>{fromLabel}</span>
        <span>{toLabel}</span>
      </p>
    </div>
  );
}
