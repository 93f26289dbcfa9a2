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

/** @throws AppError input/date */
export function todayOf(text: string | undefined): IsoDate {
  const date = isoDate(text ?? new Date().toISOString().slice(0, 10));
  if (date !== undefined) return date;
  throw new AppError("input/date", `"${text}" is no date. Write it as 2002-06-01.`, { date: text });
}
