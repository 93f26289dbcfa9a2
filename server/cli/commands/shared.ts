/** Options that several commands take. */
import type { Command } from "commander";
import { type Nameable, parseQuestion } from "../../contract/question.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { type Db, type OpenOptions, openDb } from "../../store/db.ts";
import { storeError } from "../../store/store-error.ts";
import { dbPath } from "../settings.ts";
import type { World } from "../world.ts";

export const withDb = (command: Command) =>
  command.option("--db <file>", "the database (or PATCHWORK_DB)");

export interface QuestionOptions {
  readonly at?: string;
  readonly programme?: string[];
  readonly category?: string[];
  readonly department?: string[];
  readonly aim?: string[];
  readonly funder?: string[];
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value];

export const withQuestion = (command: Command) =>
  command
    .option("--at <date>", "a date, YYYY-MM-DD; 2002-06-01 where none is given")
    .option("--programme <codes>", "only these programmes, such as NDC,HAZ", gather)
    .option("--category <names>", "only holistic, theme, client or partnership", gather)
    .option("--department <names>", "only programmes led by these departments", gather)
    .option("--aim <names>", "only programmes that work towards any of these aims", gather)
    .option("--funder <names>", "only initiatives that any of these funders pays for", gather);

/** @throws AppError input/date, input/unknown-programme, -category, -department, -aim, -funder */
export function questionFrom(options: QuestionOptions, known: Nameable): Question {
  const { at, programme, category, department, aim, funder } = options;
  return parseQuestion({ at, programme, category, department, aim, funder }, known);
}

/** For work that keeps what it finds for the next time where it can. */
export const KEEPING: OpenOptions = { create: false, readonly: "if-unwritable" };

/** Work with the database that the caller names, and close it whatever comes. */
export async function usingDb<T>(
  world: World,
  flag: string | undefined,
  work: (db: Db) => T | Promise<T>,
  how: OpenOptions = { create: false },
): Promise<T> {
  const path = dbPath(world, flag);
  const db = openDb(path, how);
  try {
    return await work(db);
  } catch (cause) {
    throw storeError(cause, path);
  } finally {
    db.close();
  }
}
