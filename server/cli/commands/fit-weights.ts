import { AppError } from "../../core/errors.ts";
import type { SourceRange } from "../../core/fit/layer-lines.ts";
import type { PolygonSources } from "../../ingest/read-polygons.ts";
import { apartName } from "../../ingest/source-ids.ts";

/**
 * The amount of each unit of a file of weights.
 *
 * @throws AppError input/invalid naming the first feature without a number of 0 or more
 */
export function weightValues(
  { sourceIds, properties }: PolygonSources,
  { from, to }: SourceRange,
  field: string,
): Float64Array {
  const values = new Float64Array(to - from);
  for (let source = from; source < to; source++) {
    const raw = properties[source]![field];
    const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
    if (typeof value !== "number" || !(value >= 0 && Number.isFinite(value))) {
      const { name } = apartName(sourceIds[source]!);
      throw new AppError(
        "input/invalid",
        `${name} has no amount in "${field}": ${JSON.stringify(raw) ?? "there is no such field"}. Give every polygon a number of 0 or more.`,
        { feature: name, field },
      );
    }
    values[source - from] = value;
  }
  return values;
}
