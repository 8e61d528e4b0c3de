/** Short lines, one under the other. */
export function Points({ lines }: { lines: string[] }) {
  return (
    <ul className="grid gap-2.5">
      {lines.map((line) => (
        <li key={line} className={point}>
          {line}
        </li>
      ))}
    </ul>
  );
}

const point =
  "relative pl-6 max-w-words before:absolute before:left-1 before:top-[0.62em] before:size-2 before:rounded-full before:bg-dusk before:content-['']";
