/** The bundled worked cases: files of the public format, read as anyone's are. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../tables/read-table.ts";
import { expectSound } from "./expect-sound.ts";
import { type KnownNames, type ReadStreams, readStreams } from "./read-streams.ts";

const NOTHING: KnownNames = {
  initiatives: new Map(),
  programmes: new Map(),
  streams: new Set(),
  organisations: [],
};

/**
 * Every case of a folder, by file name. A case stands by itself: it refers to nothing of the register.
 *
 * @returns none where there is no such folder
 * @throws AppError funding/*, file/*, format/*
 */
export async function readCases(folder: string): Promise<ReadStreams[]> {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const cases: ReadStreams[] = [];
  for (const name of names.sort()) {
    const read = readStreams(await readTable(join(folder, name)), new Map(), NOTHING);
    expectSound(name, read.problems);
    cases.push(read);
  }
  return cases;
}
