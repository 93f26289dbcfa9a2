/** A table that can be sorted by each column and taken away as CSV; its caption says what it holds. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { shared } from "../texts/shared.ts";
import { csvText } from "./csv.ts";
import { usePrinting } from "./use-printing.ts";
import { Empty } from "./when-loaded.tsx";

export interface Column<Row> {
  /** In the downloaded file: never renamed. */
  readonly id: string;
  readonly label: string;
  /** What the column counts and by what rule, where its label does not say. */
  readonly title?: string;
  /** Sorted by and written to the file; undefined is unknown and stands last. */
  readonly value: (row: Row) => string | number | undefined;
  /** On the screen in place of the bare value. */
  readonly cell?: (row: Row) => ComponentChildren;
  readonly number?: boolean;
  /** Running text: on a phone as wide as it can be read, where a narrow column makes a row a page. */
  readonly long?: boolean;
  /** The cell that names the row. */
  readonly head?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What to say where there is no row. */
  readonly empty: string;
  /** Name of the downloaded file without its ending; absent offers none. */
  readonly file?: string;
  /** Rows shown before the rest is asked for; all where absent. Paper and file have them all. */
  readonly first?: number;
  readonly rowClass?: (row: Row) => string;
}

/** Rows beyond the first that are shown all the same. */
const FEW = 3;

/**
 * Rows in the page where no more are asked for first: thousands are slow. Sorting looks at all, and
 * paper has them all.
 */
const MOST_ROWS = 200;

interface Order {
  readonly column: string;
  readonly down: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, empty, file, first, rowClass } = props;
  const [order, setOrder] = useState<Order>();
  const [whole, setWhole] = useState(false);
  const sorted = useMemo(() => inOrder(rows, columns, order), [rows, columns, order]);
  const most = Math.max(MOST_ROWS, first ?? 0);
  const printing = usePrinting(rows.length > most);
  if (rows.length === 0) return <Empty what={empty} />;
  // A few rows more cost less than a press.
  const drawn = printing ? sorted : sorted.slice(0, most);
  const folds = first !== undefined && drawn.length > first + FEW;
  const shown = folds && !whole ? first : drawn.length;
  return (
    <div class="table-wrap">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keys inside its frame */}
      <section class="table-scroll" aria-label={caption} tabIndex={0}>
        <table class="data">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} order={order} sort={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((row, i) => (
              <tr
                key={keyOf(row)}
                class={rowClass?.(row) ?? ""}
                data-folded={i >= shown || undefined}
              >
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {folds && (
        <button
          type="button"
          class="button fold"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? shared.firstRows(first) : shared.allRows(drawn.length, rows.length)}
          <span class="unseen">: {caption}</span>
        </button>
      )}
      {drawn.length < rows.length && (
        <p class="note">{shared.rowsBeyond(drawn.length, rows.length, file !== undefined)}</p>
      )}
      {file && <TakeTable file={file} caption={caption} columns={columns} rows={sorted} />}
    </div>
  );
}

function ColumnHead<Row>(props: {
  column: Column<Row>;
  order: Order | undefined;
  sort: (order: Order) => void;
}) {
  const { column, order, sort } = props;
  const { id, label, title, number } = column;
  const here = order?.column === id ? order : undefined;
  // Figures are looked at from the top, words from A.
  const next = { column: id, down: here ? !here.down : Boolean(number) };
  return (
    <th
      scope="col"
      class={number ? "number" : ""}
      aria-sort={here ? (here.down ? "descending" : "ascending") : "none"}
    >
      <button type="button" class="sort" title={title ?? label} onClick={() => sort(next)}>
        {label}
        <span class="sort-mark" aria-hidden="true">
          {here ? (here.down ? "▾" : "▴") : ""}
        </span>
      </button>
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { cell, value, number, long, head } = column;
  const content = cell ? cell(row) : (value(row) ?? shared.unknown);
  if (head) return <th scope="row">{content}</th>;
  return <td class={number ? "number" : long ? "long" : ""}>{content}</td>;
}

/** Sorted by one column, unknown last whichever way; equal rows keep the order they came in. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === order?.column);
  if (!column || !order) return rows;
  const way = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    if (typeof x === "number" && typeof y === "number") return way * (x - y);
    return way * String(x).localeCompare(String(y), "en-GB", { numeric: true });
  });
}

function TakeTable<Row>(props: {
  file: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}) {
  const { file, caption, columns, rows } = props;
  const take = () => {
    const link = document.createElement("a");
    const text = csvText(columns, rows);
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = `${file}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 0);
  };
  return (
    <button type="button" class="text-button" onClick={take}>
      {shared.takeTable}
      <span class="unseen"> {caption}</span>
    </button>
  );
}
