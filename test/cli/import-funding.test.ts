/** `import --streams` and `--partners` over the toy data, as a person runs them. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDb } from "../../server/store/db.ts";
import { fundingStreamTable } from "../../server/store/funding-stream.ts";
import { patchwork } from "../support/cli.ts";
import { dumpOf } from "../support/table-dump.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

/** Milliseconds: the toy is analysed anew after each import, on a machine that may be busy. */
const PATIENCE = 60_000;

let toy: ToyData;
let folder: string;
beforeAll(async () => {
  toy = await toyData();
  folder = mkdtempSync(join(tmpdir(), "patchwork-import-funding-"));
}, PATIENCE);
afterAll(() => {
  toy.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => copyFileSync(toy.db, join(folder, "toy.db")));

const run = (...args: string[]) =>
  patchwork(folder, args, { PATCHWORK_DB: "toy.db", USER: "an officer" });
const json = async (...args: string[]) => {
  const { status, out, err } = await run(...args, "--json");
  expect(status, err).toBe(0);
  return JSON.parse(out);
};
const refused = async (...args: string[]) => {
  const { status, err } = await run(...args, "--json");
  expect(status).toBe(2);
  return JSON.parse(err).error;
};
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const today = ["--today", "2026-11-25"];
const streamOf = (id: string) => {
  const db = openDb(join(folder, "toy.db"), { readonly: true });
  const found = fundingStreamTable(db).find(id);
  db.close();
  return found;
};

test(
  "the worked cases come in through the public file",
  async () => {
    for (const name of ["moss-side-hulme", "specialist-advisers"])
      copyFileSync(`data/cases/${name}.csv`, join(folder, `${name}.csv`));
    const first = await json("import", "moss-side-hulme.csv", "--streams", ...today);
    // One case, two budgets and ten streams.
    expect(first).toMatchObject({ changes: { added: 13, changed: 0 }, warnings: [] });
    const second = await json("import", "specialist-advisers.csv", "--streams", ...today);
    expect(second.changes).toMatchObject({ added: 4 });
    const again = await json("import", "specialist-advisers.csv", "--streams", ...today);
    expect(again.changes).toMatchObject({ added: 0, changed: 0, confirmed: 4 });
  },
  PATIENCE,
);

test(
  "a file of one's own columns is taken in, changed, and put back by its history",
  async () => {
    put("money.csv", 'Ref,Payer,Scheme,2000-01\nlift,A fund,HAZ-01,"£1,000"\n');
    const map = "Ref=stream,Payer=funder,Scheme=initiative";
    const args = ["import", "money.csv", "--streams", "--map", map, ...today];
    const dry = await json(...args, "--dry-run");
    expect(dry).toMatchObject({ dryRun: true, changes: { added: 1 } });
    expect(streamOf("lift")).toBeUndefined();
    const { version } = await json(...args, "--source", "the council's ledger");
    expect(streamOf("lift")).toMatchObject({
      programme: "HAZ",
      evidence: { confidence: "sourced", source: "the council's ledger" },
      years: [{ amount: 100_000, basis: "printed" }],
    });
    put("money.csv", 'Ref,Payer,Scheme,2000-01\nlift,A fund,HAZ-01,"(£5)"\n');
    expect((await json(...args)).changes).toMatchObject({ changed: 1 });
    expect(streamOf("lift")?.years[0]?.amount).toBe(-500);
    await json("restore", String(version));
    expect(streamOf("lift")?.years[0]?.amount).toBe(100_000);
  },
  PATIENCE,
);

test(
  "what was taken away can be brought back without a change",
  async () => {
    expect(
      (await run("export", "streams", "--format", "csv", "-o", "out.csv", "--at", "2000-06-01"))
        .status,
    ).toBe(0);
    const { changes } = await json("import", "out.csv", "--streams", ...today);
    // The one that is stored comes back with the same money; those derived become stored.
    expect(changes.added + changes.changed + changes.confirmed).toBe(3);
    expect(streamOf("HAZ-01.printed")?.years).toHaveLength(2);
  },
  PATIENCE,
);

test(
  "a file with a problem changes no table, and says where it is",
  async () => {
    put(
      "wrong.csv",
      "stream,funder,project,total,advance_share\na,F,x,5,\nb,F,x,five,\nc,F,x,,150%\n",
    );
    const before = dumpOf(join(folder, "toy.db"));
    const error = await refused("import", "wrong.csv", "--streams", ...today);
    expect(error).toMatchObject({
      code: "funding/amount",
      detail: { file: "wrong.csv", row: 3, column: "total", count: 2 },
    });
    expect(error.message).toBe(
      'wrong.csv, row 3, column D ("total"): "five" is not an amount in pounds and whole pence. ' +
        "Nothing was stored. 1 more problem in the file.",
    );
    expect(dumpOf(join(folder, "toy.db"))).toEqual(before);
  },
  PATIENCE,
);

test(
  "grants of the 360Giving standard come in as streams, JSON and spreadsheet; a fault stops the file",
  async () => {
    const grant = {
      id: "360G-a-1",
      title: "Youth work",
      description: "Evenings",
      currency: "GBP",
      amountAwarded: 12_500.5,
      awardDate: "2004-02-29",
      fundingOrganization: [{ id: "GB-GOR-1", name: "A council" }],
      recipientOrganization: [{ id: "GB-CHC-2", name: "A club" }],
    };
    put("grants.json", JSON.stringify({ grants: [grant] }));
    expect((await json("import", "grants.json", "--streams", ...today)).changes.added).toBe(1);
    expect(streamOf("360G-a-1")).toMatchObject({ total: 1_250_050, funder: "A council" });
    put(
      "grants.csv",
      "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Funding Org:Identifier," +
        "Funding Org:Name,Recipient Org:Identifier,Recipient Org:Name\n" +
        "360G-a-1,Youth work,Evenings,GBP,12500.5,2004-02-29,GB-GOR-1,A council,GB-CHC-2,A club\n",
    );
    const again = await json(
      "import",
      "grants.csv",
      "--streams",
      ...today,
      "--source",
      "grants.json",
    );
    expect(again.changes).toMatchObject({ confirmed: 1 });
    const before = dumpOf(join(folder, "toy.db"));
    put("euro.json", JSON.stringify({ grants: [{ ...grant, currency: "EUR" }] }));
    expect((await refused("import", "euro.json", "--streams", ...today)).code).toBe(
      "funding/amount",
    );
    put("wrong.json", JSON.stringify({ grants: [{ ...grant, awardDate: "soon" }] }));
    const error = await refused("import", "wrong.json", "--streams", ...today);
    expect(error).toMatchObject({ code: "funding/value", detail: { row: 1, column: "awardDate" } });
    expect(dumpOf(join(folder, "toy.db"))).toEqual(before);
  },
  PATIENCE,
);

test(
  "boards and parts come in; spellings are told and kept apart",
  async () => {
    put(
      "who.csv",
      "body,body_name,initiative,meetings_a_year,organisation,sector,aims\n" +
        "board,A board,HAZ-01,12,Leeds City Council,local_authority,health*\n" +
        "board,A board,HAZ-01,12,The Council of Leeds,local_authority,\n" +
        ",,HAZ-01,,Leeds Council,local_authority,\n",
    );
    const summary = await json("import", "who.csv", "--partners", ...today);
    expect(summary.changes).toMatchObject({ added: 1, changed: 1 });
    expect(summary.warnings.join(" ")).toMatch(/"Leeds Council".*"Leeds City Council".*kept apart/);
    const error = await refused("import", "who.csv", "--streams", ...today);
    expect(error.code).toBe("funding/column");
  },
  PATIENCE,
);
