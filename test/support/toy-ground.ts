/** The ground of the toy data: its districts as GeoJSON, and the manifest that describes the file. */
import { TOY_TABLES } from "./toy-registry.ts";

/** South-west corner of each district; each is a tenth of a degree wide and high. */
const CORNERS: Record<string, readonly [number, number]> = {
  T1: [-1.6, 53.7],
  T2: [-1.5, 53.7],
  T3: [-1.6, 53.8],
  T4: [-1.5, 53.8],
};

const NAMES = new Map(TOY_TABLES.districts!.rows.map(({ code, name }) => [code, name]));

export function districtsGeojson(): string {
  const features = Object.entries(CORNERS).map(([code, [west, south]]) => {
    const [east, north] = [Number((west + 0.1).toFixed(1)), Number((south + 0.1).toFixed(1))];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { CODE: code, NAME: NAMES.get(code) }, geometry };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

export const MANIFEST = {
  layers: [
    {
      file: "districts.geojson",
      id: "toy",
      title: "Toy districts",
      vintage: "2000",
      code: "CODE",
      name: "NAME",
      accuracy_m: 20,
      attribution: "Drawn by hand.",
      licence: "None",
      role: "places",
      districts: "lad04",
      country: "England",
    },
  ],
};
