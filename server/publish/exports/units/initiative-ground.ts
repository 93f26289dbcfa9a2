/** Outlines of initiatives as the ground of an export's rows. */
import { outlineValidOn, type Question } from "../../../core/hotspots/question.ts";
import type { Shapes } from "../../../core/overlay/model.ts";
import { boundaryTable } from "../../../store/boundary.ts";
import { decodeShapes, STORE_GRID } from "../../../store/geometry-codec.ts";
import type { Ground } from "../export.ts";
import type { ExportContext } from "../unit.ts";

/** Initiative -> the outline that holds on the date. */
export function validOutlines({ loaded: { study } }: ExportContext, { at }: Question) {
  return new Map(
    study.outlines.flatMap(({ initiative }, outline) =>
      outlineValidOn(study, outline, at) ? [[initiative, outline] as const] : [],
    ),
  );
}

/** The ground of rows of which each has an outline of the study, or none. */
export function groundOf(
  { db, loaded, crs }: ExportContext,
  outlines: readonly (number | undefined)[],
): Ground {
  const { geometry } = boundaryTable(db);
  const shapes = withoutGround(
    outlines.map((outline) =>
      outline === undefined ? undefined : geometry(loaded.boundaryOf[outline]!),
    ),
  );
  return { shapes, grid: STORE_GRID, crs };
}

/** Stored geometries as shapes; what is not drawn becomes a shape without a polygon. */
function withoutGround(geometries: readonly (Uint8Array | undefined)[]): Shapes {
  const drawn = geometries.flatMap((bytes, row) => (bytes ? [{ bytes, row }] : []));
  const shapes = decodeShapes(drawn.map(({ bytes }) => bytes));
  return {
    ...shapes,
    count: geometries.length,
    polygonShape: shapes.polygonShape.map((shape) => drawn[shape]!.row),
  };
}
