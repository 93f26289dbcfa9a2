import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Registry, readRegistry } from "../../server/ingest/registry/read-registry.ts";
import { storeRegistry } from "../../server/ingest/registry/store-registry.ts";
import {
  BY_FILES,
  CONTENT,
  clearStore,
  dataVersion,
  HISTORY,
  KEPT,
  RESULTS,
} from "../../server/store/content.ts";
import { type Db, openDb } from "../../server/store/db.ts";

const registry = readRegistry(fileURLToPath(new URL("../../data/registry", import.meta.url)));

function storeOf(content: Registry): Db {
  const db = openDb(":memory:");
  db.transaction(() => storeRegistry(db, content))();
  return db;
}

test("every table of the schema is content, a result, history, kept, or meta", () => {
  const db = openDb(":memory:");
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
       AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  const known = [
    ...CONTENT.map(({ table }) => table),
    ...RESULTS,
    ...BY_FILES,
    ...HISTORY,
    ...KEPT,
    "meta",
  ];
  expect(tables.sort()).toEqual(known.sort());
});

test("the data version does not depend on the order of rows", () => {
  const turned = {
    ...registry,
    programmes: registry.programmes.toReversed(),
    initiatives: registry.initiatives.toReversed(),
    partners: registry.partners.toReversed(),
    streams: registry.streams.toReversed(),
    aims: registry.aims.toReversed(),
    ruleChanges: registry.ruleChanges.toReversed(),
  };
  expect(dataVersion(storeOf(turned))).toBe(dataVersion(storeOf(registry)));
});

test.each([
  ["a name", "UPDATE initiative SET name = 'Elsewhere' WHERE id = 'HAZ-01'"],
  ["a date", "UPDATE initiative SET end_date = '2003-04-02' WHERE id = 'HAZ-01'"],
  ["a penny", "UPDATE stream_year SET amount_pence = amount_pence + 1 WHERE id = 1"],
  ["a source", "UPDATE evidence SET source = 'hearsay' WHERE id = 1"],
  ["a member", "DELETE FROM member_area WHERE initiative_id = 'HAZ-01' AND scheme = 'lad13'"],
  ["a sector", "UPDATE membership SET sector = 'other' WHERE initiative_id = 'HAZ-01'"],
  ["an aim", "UPDATE programme_aim SET weight = 'primary' WHERE programme_code = 'EAZ'"],
  ["a count", "UPDATE programme SET existed = 27 WHERE code = 'HAZ'"],
  ["a rule", "UPDATE rule_change SET what = 'nothing' WHERE id = 1"],
])("a change of %s changes the data version", (_, sql) => {
  const db = storeOf(registry);
  const before = dataVersion(db);
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
  expect(dataVersion(db)).not.toBe(before);
});

test("a store that was emptied is as good as new", () => {
  const db = storeOf(registry);
  clearStore(db);
  expect(dataVersion(db)).toBe(dataVersion(openDb(":memory:")));
  storeRegistry(db, registry);
  expect(dataVersion(db)).toBe(dataVersion(storeOf(registry)));
});
