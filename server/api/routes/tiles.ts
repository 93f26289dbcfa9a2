import { z } from "zod";
import { parse } from "../../contract/parse.ts";
import { AppError } from "../../core/errors.ts";
import { MAX_TILE_ZOOM, TILE_LAYERS, type TileLayer } from "../../publish/tiles.ts";
import { etagOf, notModified } from "../etag.ts";
import { version } from "../query.ts";
import type { Route } from "../route.ts";

const params = z.object({
  layer: z.string().describe(`One of ${TILE_LAYERS.join(", ")}.`),
  z: z.string().describe(`Zoom, 0 to ${MAX_TILE_ZOOM}.`),
  x: z.string().describe("Column, from the west."),
  y: z.string().describe("Row, from the north."),
});
const query = z.strictObject({ v: version });

const KEEP = "public, max-age=31536000, immutable";

/** Vector tiles of the study. */
export const tiles: Route = {
  path: "/tiles/{layer}/{z}/{x}/{y}.mvt",
  summary: "Vector tiles (MVT 2.1): cells, places, land, need.",
  params,
  query,
  replies: { "application/vnd.mapbox-vector-tile": undefined },
  otherStatuses: { 204: "The tile is empty.", 304: "The asker has this tile already." },
  handle(context, request, response) {
    const { v } = parse(query, request.query);
    const { layer, z, x, y } = parse(params, request.params);
    const held = context.held();
    const known = layerNamed(layer);
    const at = tileAt(z, x, y);
    response.set("Patchwork-Data", held.dataVersion);
    response.set("Cache-Control", v === held.dataVersion ? KEEP : "no-cache");
    const bytes = context.tiles(held, known).tile(...at);
    if (!bytes) {
      response.status(204).end();
      return;
    }
    if (notModified(request, response, etagOf(bytes))) return;
    response.type("application/vnd.mapbox-vector-tile").send(Buffer.from(bytes));
  },
};

function layerNamed(name: string): TileLayer {
  const layer = TILE_LAYERS.find((known) => known === name);
  if (layer) return layer;
  throw new AppError(
    "input/not-found",
    `There is no tile layer "${name}". Known: ${TILE_LAYERS.join(", ")}.`,
    { layer: name, known: TILE_LAYERS },
  );
}

function tileAt(z: string, x: string, y: string): [number, number, number] {
  const whole = [z, x, y].every((text) => /^\d{1,5}$/.test(text));
  const [zoom, column, row] = [Number(z), Number(x), Number(y)];
  const inside = zoom <= MAX_TILE_ZOOM && column < 2 ** zoom && row < 2 ** zoom;
  if (whole && inside) return [zoom, column, row];
  throw new AppError(
    "input/invalid",
    `There is no tile ${z}/${x}/${y}. Zooms run from 0 to ${MAX_TILE_ZOOM}, columns and rows from 0 to 2^zoom - 1.`,
    { z, x, y },
  );
}
