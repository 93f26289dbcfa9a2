import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readStatistics } from "../../server/ingest/load-statistics.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-statistics-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });
const people = "lsoa11_code,population,aged\nE1,2009,1\nE2,1443,2\n";

test("people and scores are read by code, plain or compressed; other files are named", () => {
  put("population_lsoa11_mid2015.csv.gz", gzipSync(people));
  put("lad04_england.csv", "lad04_code,lad04_name,population_mid2015\n00AA,City,6687\n");
  put("lad13_england.csv", "");
  const { sets, skipped } = readStatistics(folder);
  expect(sets.map(({ set, weights }) => [set.id, set.unit, weights])).toEqual([
    ["people-2015-lad04", "people", [["00AA", 6687]]],
    [
      "people-2015-lsoa11",
      "people",
      [
        ["E1", 2009],
        ["E2", 1443],
      ],
    ],
  ]);
  expect(sets[0]?.set.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(skipped).toEqual(["lad13_england.csv"]);
});

test("a count that is no number is refused by file and line; an empty one is not 0", () => {
  put("lad04_england.csv", "lad04_code,population_mid2015\n00AA,6687\n00AB,\n");
  expect(() => readStatistics(folder)).toThrow(failure("registry/value"));
  expect(() => readStatistics(folder)).toThrow(/lad04_england\.csv, line 3/);
});

test("a folder in which nothing is known is refused with what would be", () => {
  put("constructor", "");
  put("people.csv", "code,people\n");
  expect(() => readStatistics(folder)).toThrow(failure("file/empty"));
  expect(() => readStatistics(folder)).toThrow(/lad04_england\.csv, population_lsoa11/);
});

test("a missing column and a file cut short are refused", () => {
  put("lad04_england.csv", "code,people\n");
  expect(() => readStatistics(folder)).toThrow(failure("registry/column"));
  rmSync(join(folder, "lad04_england.csv"));
  put("population_lsoa11_mid2015.csv.gz", gzipSync(people).subarray(0, 30));
  expect(() => readStatistics(folder)).toThrow(failure("file/unreadable"));
});

const scores = "lsoa01_code,imd_score\nA,50\nB,40\nC,10\n";
const lookup = "lsoa01_code,change_code,lsoa11_code\nA,S,A1\nA,S,A2\nB,M,BC\nC,M,BC\n";

test("scores are carried to the areas of a later vintage, and say over which changes", () => {
  put("imd2004_lsoa01_england.csv.gz", gzipSync(scores));
  put("lookup_lsoa01_lsoa11.csv.gz", gzipSync(lookup));
  const { sets, skipped } = readStatistics(folder);
  expect(skipped).toEqual([]);
  expect(sets.map(({ set }) => [set.id, set.scheme])).toEqual([
    ["imd-2004-lsoa01", "lsoa01"],
    ["imd-2004-lsoa11", "lsoa11"],
  ]);
  expect(sets[1]!.weights).toEqual([
    ["A1", 50],
    ["A2", 50],
    ["BC", 25],
  ]);
  expect(sets[1]!.carried).toEqual([
    ["A1", "split"],
    ["A2", "split"],
    ["BC", "merged"],
  ]);
  expect(sets[1]!.set.title).toMatch(/carried to areas of 2011/);
});

test("a change that is none is refused by file and line", () => {
  put("imd2004_lsoa01_england.csv.gz", gzipSync(scores));
  put("lookup_lsoa01_lsoa11.csv.gz", gzipSync(lookup.replace("B,M", "B,Q")));
  expect(() => readStatistics(folder)).toThrow(/lookup_lsoa01_lsoa11\.csv\.gz, line 4/);
});
