/** Vector tiles of made-up cells: small rectangles that fill the box of each place. */
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Polygon } from "geojson";
import type { Study } from "../../server/core/model.ts";

const EXTENT = 4096;

/** An encoded tile of the layer `cells`, or nothing where it would be empty. */
export function madeTiles(study: Study): (z: number, x: number, y: number) => Buffer | undefined {
  const features = study.places.flatMap((_, place) => cellsIn(study, place));
  const index = new GeoJSONVT(
    { type: "FeatureCollection", features },
    { maxZoom: 14, indexMaxZoom: 5, extent: EXTENT },
  );
  return (z, x, y) => {
    const tile = index.getTile(z, x, y);
    if (!tile || tile.features.length === 0) return undefined;
    return Buffer.from(fromGeojsonVt({ cells: tile }, { version: 2, extent: EXTENT }));
  };
}

function cellsIn(study: Study, place: number): Feature<Polygon>[] {
  const cells = study.cells.flatMap((cell, i) => (cell.place === place ? [i] : []));
  const across = Math.ceil(Math.sqrt(cells.length));
  const [west, south, east, north] = study.places[place]!.bounds;
  const [width, height] = [(east - west) / across, (north - south) / across];
  return cells.map((cell, n) => {
    const left = west + (n % across) * width;
    const low = south + Math.floor(n / across) * height;
    const [right, high] = [left + width, low + height];
    const ring = [
      [left, low],
      [right, low],
      [right, high],
      [left, high],
      [left, low],
    ];
    return {
      type: "Feature",
      id: cell,
      properties: { cell },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
}
