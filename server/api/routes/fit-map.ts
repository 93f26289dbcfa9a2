import { z } from "zod";
import { parse } from "../../contract/parse.ts";
import { parseQuestion } from "../../contract/question.ts";
import { AppError } from "../../core/errors.ts";
import { boundariesOn } from "../../publish/fit-matrix.ts";
import type { Box } from "../../publish/map-svg/drawn-ground.ts";
import { fitMap } from "../../publish/map-svg/fit-map.ts";
import { version } from "../query.ts";
import type { Route } from "../route.ts";
import { tierNamed } from "../tier-named.ts";

const params = z.object({
  initiative: z.string().describe("Id in the registry, such as HAZ-01."),
  layer: z.string().describe("Id of a reference layer, as `list references` gives it."),
  reference: z.string().describe("Code of the area in that layer."),
});
/** Degrees with commas between, as a map's box is written. */
const box = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, "It is four numbers with commas between.")
  .transform((text) => text.split(",").map(Number) as [number, number, number, number])
  .refine(
    ([west, south, east, north]) =>
      west >= -180 && east <= 180 && west <= east && south >= -90 && north <= 90 && south <= north,
    "West comes before east and south before north, in degrees.",
  );
const query = z.strictObject({
  at: z.string().optional().describe("A date, YYYY-MM-DD. The default is 2002-06-01."),
  box: box
    .optional()
    .describe("A piece to look at: west, south, east and north in degrees, WGS 84."),
  v: version,
});

/** The picture of one cell of the matrix. */
export const fitPicture: Route = {
  path: "/api/v1/fit/{initiative}/{layer}/{reference}.svg",
  summary: "One initiative and one reference area drawn: shared ground, gap, overspill.",
  params,
  query,
  replies: { "image/svg+xml": undefined },
  handle(context, request, response) {
    const { at, box: asked } = parse(query, request.query);
    const { initiative: id, layer, reference } = parse(params, request.params);
    const held = context.held();
    const { db, loaded, dataVersion } = held;
    const question = parseQuestion(at === undefined ? {} : { at }, loaded.study);
    const { areas } = tierNamed(context, held, layer).sources;
    const body = boundariesOn(loaded, question).get(id);
    const words = `${id} against ${reference}: shared ground, gap and overspill.`;
    const piece = asked && inMetres(asked, context.deps.crs.fromLonLat);
    const drawn =
      body === undefined
        ? undefined
        : fitMap(db, loaded, { body, layer, areas, reference, words, piece });
    if (drawn === undefined) {
      throw new AppError(
        "input/not-found",
        `There is no outline of ${id} on ${question.at} and area ${reference} of ${layer} to draw.`,
        { initiative: id, layer, reference, at: question.at },
      );
    }
    response.set("Patchwork-Data", dataVersion);
    response.set("Cache-Control", "no-cache");
    response.type("image/svg+xml").send(drawn);
  },
};

/** The box around a box of degrees, on the grid of stored ground. */
function inMetres(
  [west, south, east, north]: readonly [number, number, number, number],
  fromLonLat: (xy: Float64Array) => void,
): Box {
  const xy = Float64Array.of(west, south, east, south, east, north, west, north);
  fromLonLat(xy);
  const x = xy.filter((_, i) => i % 2 === 0);
  const y = xy.filter((_, i) => i % 2 === 1);
  return {
    west: Math.min(...x),
    south: Math.min(...y),
    east: Math.max(...x),
    north: Math.max(...y),
  };
}
