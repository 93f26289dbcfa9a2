/** Columns wider than this are cut in a table for people; `--json` has them whole. */
const WIDEST = 48;

/** What a row may hold; a table for people says yes or no where JSON says true or false. */
export type Cell = string | number | boolean | null;

/** Rows as aligned text, the columns in the order of the first row's names. */
export function textTable(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const [first] = rows;
  if (!first) return "";
  const names = Object.keys(first);
  const text = (value: Cell | undefined) => {
    const word = typeof value === "boolean" ? (value ? "yes" : "no") : value;
    const plain = String(word ?? "").replace(/\s+/g, " ");
    return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
  };
  const lines = [names, ...rows.map((row) => names.map((name) => text(row[name])))];
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const numeric = names.map((name) => rows.some((row) => typeof row[name] === "number"));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (numeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}
