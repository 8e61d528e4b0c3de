import { colours, isColour } from "@/lib/journal/rules";

/** A fragment's colour, with its name for those who do not see it. */
export function ColourDot({ colour, size = 18 }: { colour: string; size?: number }) {
  if (!isColour(colour)) return null;
  const { fill, words } = colours[colour];
  return (
    <svg
      className="colour-dot"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role="img"
      aria-label={`Colour: ${words}`}
    >
      <circle cx="10" cy="10" r="9" fill={fill} />
    </svg>
  );
}
