import { availableParallelism } from "node:os";
import { AppError } from "../core/errors.ts";

/** More threads than this gain little: what is left to one thread takes the time. */
const MOST_BY_DEFAULT = 4;
/** More than any machine this is meant for; a slip of the finger should not start a thousand. */
const MOST = 64;

/**
 * How many threads are to work, the caller's own among them.
 *
 * @param text as a person wrote it; without it, the machine's cores and at most four
 * @throws AppError input/invalid
 */
export function threadCount(text: string | undefined): number {
  if (!text) return Math.min(MOST_BY_DEFAULT, availableParallelism());
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST) return count;
  throw new AppError(
    "input/invalid",
    `"${text}" is no number of threads. Give one from 1 to ${MOST}; 1 works without any other.`,
    { threads: text },
  );
}
