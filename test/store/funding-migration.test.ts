import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import { APPLICATION_ID, damageIn, openDb } from "../../server/store/db.ts";
import { fundingStreamTable } from "../../server/store/funding-stream.ts";
import { partnerTable } from "../../server/store/partner.ts";

const FIRST = new URL("../../server/store/migrations/0001_initial.sql", import.meta.url);

test("money and members of the first schema are brought over whole", () => {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "old.db");
  const old = new Database(path);
  old.exec(readFileSync(FIRST, "utf8"));
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.pragma("user_version = 1");
  old.exec(`
    INSERT INTO evidence VALUES (1, 'sourced', 'a document', '', NULL);
    INSERT INTO programme VALUES ('P', 'Programme', 'theme', 'Health', 'DH', '', NULL, NULL, NULL,
      NULL, '', '', '', NULL, '', NULL, '', '', '', '', NULL, '', '', 1);
    INSERT INTO initiative VALUES ('I-1', 'P', 'One', '', NULL, NULL, NULL, '', '', 'la_set', '',
      NULL, NULL, NULL, '', 1);
    INSERT INTO funding_stream VALUES (1, 'P', 'I-1', 'initiative', '', 'whole', 'DH', 'spend');
    INSERT INTO stream_year VALUES (1, 1, '1999-04-01', '2000-04-01', 10.29, 1);
    INSERT INTO partner VALUES (1, 'A council');
    INSERT INTO membership VALUES ('I-1', 1, 'local_authority', 'member', 1);
  `);
  old.close();
  const db = openDb(path);
  onTestFinished(() => void db.close());
  expect(damageIn(db)).toEqual([]);
  const [only] = fundingStreamTable(db).ofInitiative("I-1");
  expect(only?.rules).toEqual(NO_RULES);
  expect([only]).toMatchObject([
    {
      id: "stream-1",
      funder: "DH",
      department: "Health",
      years: [{ amount: 1029, kind: "spend", basis: "printed" }],
    },
  ]);
  expect(partnerTable(db).ofInitiative("I-1")).toMatchObject([
    { organisation: "A council", attendance: "present" },
  ]);
});
