/** What each stream may be set against as match, and what not; and the most it may carry. */
import { fullMoney } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { texts } from "../../texts/streams.ts";
import { moneyOn } from "./flow-facts.ts";
import type { StreamsView } from "./lines.ts";
import { nameOf } from "./names.ts";

interface MatchRow {
  readonly id: string;
  readonly stream: string;
  readonly other: string | undefined;
  readonly may: boolean | undefined;
  readonly words: string;
}

export function MatchRules(props: { reply: StreamsView; names: ReadonlyMap<string, string> }) {
  const { reply, names } = props;
  const rows = matchRows(reply, names);
  const capped = reply.streams.filter(({ matchUpTo }) => matchUpTo !== null);
  return (
    <>
      {capped.map((stream) => (
        <MatchBar key={stream.id} reply={reply} stream={stream} name={nameOf(names, stream.id)} />
      ))}
      <DataTable
        caption={texts.matchTable}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        empty={texts.noMatch}
        file="patchwork-match"
      />
    </>
  );
}

function matchRows(reply: StreamsView, names: ReadonlyMap<string, string>): MatchRow[] {
  const pairs = reply.picture.matches;
  const listed = new Set(pairs.map(({ stream }) => stream));
  const words = reply.streams.filter(({ id, matchWords }) => matchWords !== "" && !listed.has(id));
  return [
    ...pairs.map(({ stream, other, may }) => ({
      id: `${stream} ${other}`,
      stream: nameOf(names, stream),
      other: nameOf(names, other),
      may,
      words: reply.streams.find(({ id }) => id === stream)?.matchWords ?? "",
    })),
    ...words.map(({ id, matchWords }) => ({
      id,
      stream: nameOf(names, id),
      other: undefined,
      may: undefined,
      words: matchWords,
    })),
  ];
}

const COLUMNS: Column<MatchRow>[] = [
  { id: "stream", label: texts.stream, value: ({ stream }) => stream, head: true },
  {
    id: "other",
    label: texts.setAgainst,
    value: ({ other }) => other,
    cell: ({ other }) => other ?? texts.inWords,
  },
  {
    id: "may",
    label: texts.mayMatch,
    value: ({ may }) => (may === undefined ? undefined : may ? texts.yes : texts.no),
    cell: ({ may }) => (may === undefined ? texts.notStated : may ? texts.yes : texts.no),
  },
  { id: "rule", label: texts.matchRuleHead, value: ({ words }) => words || undefined, long: true },
];

const sum = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

/** The money that may carry the match beside the money that may not, to one scale. */
function MatchBar(props: {
  reply: StreamsView;
  stream: StreamsView["streams"][number];
  name: string;
}) {
  const { reply, stream, name } = props;
  const may = stream.matchUpTo ?? 0;
  const barred = reply.picture.matches
    .filter((pair) => pair.stream === stream.id && !pair.may)
    .flatMap(({ other }) => reply.streams.find(({ id }) => id === other) ?? [])
    .map((stream) => moneyOn(stream, reply.at));
  const yearless = sum(barred.map((money) => money.yearless));
  const not = sum(barred.map(({ amount }) => amount)) + yearless;
  const notWords = yearless > 0 ? texts.yearless(fullMoney(not)) : fullMoney(not);
  const share = may + not > 0 ? (may / (may + not)) * 100 : 0;
  return (
    <figure class="match">
      <figcaption>{texts.matchBar(name)}</figcaption>
      <div class="match-bar">
        <span class="match-may" style={{ width: `${share}%` }}>
          {texts.upTo(fullMoney(may))}
        </span>
        {not > 0 && (
          <span class="match-not" style={{ width: `${100 - share}%` }}>
            {notWords}
          </span>
        )}
      </div>
      <p class="note">{texts.matchNote(name, fullMoney(may), not > 0 ? notWords : undefined)}</p>
    </figure>
  );
}
