/** Outputs of one topic that two streams count differently: no sum of them means anything. */
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { texts } from "../../texts/streams.ts";
import { nameOf, type Picture } from "./names.ts";

type Clash = Picture["clashes"][number];

/** One pair of units, with every pair of streams that counts so. */
interface Row extends Pick<Clash, "topic" | "differs"> {
  readonly first: string;
  readonly second: string;
  readonly streams: readonly string[];
}

export function Clashes(props: { picture: Picture; names: ReadonlyMap<string, string> }) {
  const { picture, names } = props;
  return (
    <>
      <DataTable
        caption={texts.clashTable}
        columns={COLUMNS}
        rows={rowsOf(picture.clashes, names)}
        keyOf={({ topic, first, second }) => `${topic} ${first} ${second}`}
        empty={texts.noClashes}
        file="patchwork-output-clashes"
      />
      {picture.clashes.length > 0 && <p class="note">{texts.clashNote}</p>}
    </>
  );
}

function rowsOf(clashes: readonly Clash[], names: ReadonlyMap<string, string>): Row[] {
  const rows = new Map<string, Row>();
  for (const { topic, a, b, differs } of clashes) {
    // Two streams of one programme stand on either side of the same pair of units.
    const [x, y] = [a, b].sort((one, other) => (one.output.unit < other.output.unit ? -1 : 1));
    const key = [topic, x!.output.unit, y!.output.unit, differs].join("\n");
    const names_ = [x!, y!].map(({ stream }) => nameOf(names, stream));
    rows.set(key, {
      topic,
      differs,
      first: x!.output.unit,
      second: y!.output.unit,
      streams: [...new Set([...(rows.get(key)?.streams ?? []), ...names_])],
    });
  }
  return [...rows.values()];
}

const COLUMNS: Column<Row>[] = [
  { id: "topic", label: texts.topic, value: ({ topic }) => topic, head: true },
  {
    id: "streams",
    label: texts.streams,
    value: ({ streams }) => streams.join("; "),
    cell: ({ streams }) =>
      streams.length > 3
        ? texts.andOthers(streams.slice(0, 2), streams.length - 2)
        : streams.join("; "),
  },
  { id: "one_counts", label: texts.firstCounts, value: ({ first }) => first },
  { id: "other_counts", label: texts.secondCounts, value: ({ second }) => second },
  {
    id: "differs",
    label: texts.clash,
    value: ({ differs }) => differs,
    cell: ({ differs }) => <span class={`badge badge-${differs}`}>{texts.differs[differs]}</span>,
  },
];
