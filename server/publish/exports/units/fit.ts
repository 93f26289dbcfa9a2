import { printedArea } from "../../../contract/printed-area.ts";
import type { SetFit } from "../../../core/fit/fit-sets.ts";
import { fragmentShapes } from "../../../core/fit/fragment-shapes.ts";
import type { Partition } from "../../../core/overlay/model.ts";
import type { PolygonSources } from "../../../ingest/read-polygons.ts";
import { aboutFiles } from "../about-files.ts";
import type { Field, Table, Value } from "../export.ts";
import { measureField } from "../measure-field.ts";

/** A gap or an overspill, as `fit -o` and `export gaps` describe it. */
export const FRAGMENT_FIELDS: readonly Field[] = [
  { name: "fragment", type: "text", meaning: "Body, reference area, kind and number by size." },
  { name: "body", type: "text", meaning: "The body that is held against the reference area." },
  { name: "reference", type: "text", meaning: "The reference area." },
  {
    name: "kind",
    type: "text",
    meaning: "gap: in the reference area and not in the body; overspill: the other way round.",
  },
  measureField("area_m2", "real"),
  { name: "width_m", type: "real", meaning: "Diameter of the largest circle that fits into it." },
  {
    name: "sliver",
    type: "text",
    meaning:
      "true or false: no wider than the tolerance, or a long strip no wider than three times it.",
  },
];

/** The options of `fit` that change its answer, as they were given. */
export type FitAsked = Readonly<Record<string, string | undefined>>;

/** Rows of {@link FRAGMENT_FIELDS} for the fragments of all pairs, by pair, the largest first. */
export function fragmentRows(
  { pairs }: Pick<SetFit, "pairs">,
  nameOf: (source: number) => string,
): Value[][] {
  return pairs.flatMap(({ body, reference, fragments }) =>
    fragments().map(({ kind, area, width, sliver }, i) => {
      const names = [nameOf(body), nameOf(reference)];
      const id = [...names, kind, i + 1].join("|");
      const metres = Math.round(width() * 1000) / 1000;
      return [id, ...names, kind, printedArea(area), metres, String(sliver())];
    }),
  );
}

/** Gap and overspill of every pair that shares ground. */
export function fitTable(
  sources: PolygonSources,
  partition: Partition,
  fit: SetFit,
  nameOf: (source: number) => string,
  tolerance: number,
  asked: FitAsked,
): Table {
  const { crs, toLonLat } = sources;
  const fragments = fit.pairs.flatMap((pair) => pair.fragments());
  return {
    unit: "fit",
    fields: FRAGMENT_FIELDS,
    rows: fragmentRows(fit, nameOf),
    ground: {
      shapes: fragmentShapes(fit.graph, partition.grid, fragments),
      grid: partition.grid,
      crs: { id: crs, toLonLat },
    },
    about: aboutFiles(sources, partition, {
      unit: "fit",
      done: (files) => `fit of ${files.join(" to ")}`,
      options: asked,
      tolerance,
      fields: FRAGMENT_FIELDS,
      nameOf,
    }),
  };
}
