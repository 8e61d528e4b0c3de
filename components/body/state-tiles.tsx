import { stateWords } from "@/lib/checkIns/rules";
import { Tiles } from "./tiles";

type Props = { name?: string; legend?: string; defaultValue?: string };

/** Settled, stirred up, shut down: how the body is, as part of a form. */
export function StateTiles({ name = "state", legend = "Body", defaultValue }: Props) {
  const options = Object.entries(stateWords).map(([value, label]) => ({ value, label }));
  return <Tiles name={name} legend={legend} options={options} defaultValue={defaultValue} />;
}
