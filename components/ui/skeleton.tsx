const widths = ["w-full", "w-11/12", "w-5/6", "w-3/4", "w-2/3", "w-1/2"];

/** The shape of what comes, shown after 200 ms. Only inside client work: a streamed page would be empty without JavaScript. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div role="status" className="skeleton">
      <span className="sr-only">Loading</span>
      {widths.slice(0, lines).map((width) => (
        <span key={width} aria-hidden="true" className={width} />
      ))}
    </div>
  );
}
