/** Views of a GeoPackage: queries that its maker wrote. One that ends after a single pass is read as a table. */
import type Database from "better-sqlite3";

type Db = Database.Database;

/** A step of SQLite's plan that goes through a table, or a range of it. */
const PASS = /^(SCAN|SEARCH) /;
/** A step that finds at most one row for each of those: by the row's number. */
const LOOK_UP = /^SEARCH \S+( AS \S+)? USING INTEGER PRIMARY KEY \(rowid=\?\)/;
const SORT = /^USE TEMP B-TREE FOR (ORDER BY|LAST \w+ TERMS? OF ORDER BY)/;
/** A step that would go through something for every row of something else. */
const OTHER = /VIRTUAL TABLE|RECURSIVE|SUBQUERY|CO-ROUTINE|MATERIALIZE|UNION|COMPOUND|CARTESIAN/i;

/**
 * Whether reading a view takes one pass over one table, with rows of others found by their number. Any
 * other query could run for ever (a recursion, tables multiplied by each other), and nothing stops
 * SQLite while it looks for the next row.
 *
 * @throws SqliteError where the view names what is not there
 */
export function takesOnePass(db: Db, quotedName: string): boolean {
  const steps = db
    .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM ${quotedName}`)
    .all()
    .map(({ detail }) => detail);
  const passes = steps.filter((step) => PASS.test(step) && !LOOK_UP.test(step)).length;
  return (
    passes <= 1 && steps.every((step) => !OTHER.test(step) && (PASS.test(step) || SORT.test(step)))
  );
}
