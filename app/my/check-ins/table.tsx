import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import {
  amounts,
  type CheckIn,
  isScale,
  type Measure,
  measureNames,
  measureValue,
  stateWords,
} from "@/lib/checkIns/rules";
import { shortDay } from "./days";

/** Every day with all that was answered, units in the head. `measures` are those with any answer. */
export function CheckInTable({
  checkIns,
  measures,
  doses,
}: {
  checkIns: CheckIn[];
  measures: Measure[];
  doses: string[];
}) {
  const columns: Column<CheckIn>[] = [
    { label: "Day", cell: ({ id, day }) => <DayLink id={id} day={day} dose={doses.includes(day)} /> },
    ...measures.map(column),
    ...(checkIns.some(({ state }) => state)
      ? [{ label: "Body", cell: ({ state }: CheckIn) => (state ? stateWords[state] : left) }]
      : []),
    ...(checkIns.some(({ word }) => word) ? [{ label: "One word", cell: ({ word }: CheckIn) => word || left }] : []),
  ];
  return <DataTable caption="Your check-ins, day by day" columns={columns} rows={checkIns} rowKey={({ id }) => id} />;
}

function DayLink({ id, day, dose }: { id: string; day: string; dose: boolean }) {
  return (
    <>
      <Link href={`/my/check-ins/${id}`}>
        <span className="whitespace-nowrap">{shortDay(day)}</span>
      </Link>
      {dose && <span className="block small soft">dosing session</span>}
    </>
  );
}

function column(measure: Measure): Column<CheckIn> {
  const value = (checkIn: CheckIn) => checkIn[measure];
  if (isScale(measure)) {
    return {
      label: measureNames[measure],
      cell: (row) => (value(row) === null ? left : measureValue(measure, value(row) ?? 0)),
    };
  }
  return {
    label: `${measureNames[measure]} (${amounts[measure].many})`,
    number: true,
    cell: (row) => value(row) ?? left,
  };
}

const left = <span className="soft">–</span>;
