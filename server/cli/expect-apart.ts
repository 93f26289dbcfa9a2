import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "../core/errors.ts";

/**
 * Refuse to write over what is read, by whatever name or link either goes.
 *
 * @param targets files that will be written, in folders that are there
 * @throws AppError file/write
 */
export function expectApart(inputs: readonly string[], targets: readonly string[]): void {
  const read = new Set(inputs.filter((path) => existsSync(path)).map(realPath));
  const both = targets.find((target) => read.has(realPath(target)));
  if (both === undefined) return;
  throw new AppError("file/write", `${both} is read as an input. Name another file with -o.`, {
    out: both,
  });
}

const realPath = (path: string) =>
  existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
