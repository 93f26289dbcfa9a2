/** What the options of `check` and `import` mean. */
import { AppError } from "../../core/errors.ts";
import type { TargetField } from "../../core/mapping/fields.ts";
import { type IsoDate, isoDate } from "../../core/units.ts";

/**
 * `start_date=From,name=Scheme`: field of ours, column of theirs. Either may stand first.
 *
 * @throws AppError input/invalid where neither side is a field of ours
 */
export function parseMap(
  given: readonly string[] | undefined,
  fields: readonly TargetField[],
): ReadonlyMap<string, string> {
  const known = new Set(fields.map(({ id }) => id));
  return new Map(
    (given ?? [])
      .flatMap((text) => text.split(","))
      .map((pair) => {
        const cut = pair.indexOf("=");
        const [left, right] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
        // The contract writes theirs=ours; ours=theirs is taken too where only one side is ours.
        if (cut > 0 && known.has(right)) return [right, left] as const;
        if (cut > 0 && known.has(left)) return [left, right] as const;
        throw new AppError(
          "input/invalid",
          `"${pair}" maps nothing. Write the file's column, =, and one of ${[...known].join(", ")}.`,
          { pair, known: [...known] },
        );
      }),
  );
}

/**
 * `Leds=E08000035,…`: an area as the file names it, and the code that is meant.
 *
 * @throws AppError input/invalid
 */
export function parseMatches(given: readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (given ?? [])
      .flatMap((text) => text.split(","))
      .map((pair) => {
        const cut = pair.lastIndexOf("=");
        if (cut > 0 && cut < pair.length - 1) {
          return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()] as const;
        }
        throw new AppError(
          "input/invalid",
          `"${pair}" matches nothing. Write what the file says, =, and the code that is meant.`,
          { pair },
        );
      }),
  );
}

/** Metres, more than 0; `undefined` where none was given. @throws AppError input/invalid */
export function accuracyOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const metres = Number(text);
  if (metres > 0 && Number.isFinite(metres)) return metres;
  throw new AppError("input/invalid", `"${text}" is no accuracy. Give metres, such as 20.`, {
    accuracy: text,
  });
}

/** One of a few words. @throws AppError input/invalid naming them */
export function wordOf<T extends string>(what: string, given: string, known: readonly T[]): T {
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  throw new AppError("input/invalid", `"${given}" is no ${what}: give ${known.join(" or ")}.`, {
    given,
    known,
  });
}

/** @throws AppError input/date */
export function todayOf(text: string | undefined): IsoDate {
  const date = isoDate(text ?? new Date().toISOString().slice(0, 10));
  if (date !== undefined) return date;
  throw new AppError("input/date", `"${text}" is no date. Write it as 2002-06-01.`, { date: text });
}
