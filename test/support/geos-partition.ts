import { type Drawn, extent } from "./corpora-engine.ts";
import { referee } from "./corpora-points.ts";
import {
  closedLine,
  collect,
  faceCollection,
  type Geos,
  type GeosFaces,
  measureFaces,
} from "./geos.ts";

/** Ground covered by one set of sources. */
export interface SetGround {
  area: number;
  perimeter: number;
}

const MULTI_LINE_STRING = 5;

/** The faces that the lines of all the sources make, by GEOS. */
export function facesOf(geos: Geos, sources: readonly Drawn[]): GeosFaces {
  const rings = sources.flat(2).filter((ring) => ring.length >= 4);
  const lines = rings.map((ring) => closedLine(geos, ring));
  const faces = faceCollection(geos, collect(geos, MULTI_LINE_STRING, lines));
  const measured = measureFaces(geos, faces);
  geos.GEOSGeom_destroy(faces);
  return measured;
}

/**
 * The partition made another way: GEOS cuts the faces, the even-odd referee says which sources
 * cover the point that GEOS puts inside each. Sets are written "0,3,7"; uncovered faces are "".
 */
export function geosSets(geos: Geos, sources: readonly Drawn[]): Map<string, SetGround> {
  const faces = facesOf(geos, sources);
  const boxes = sources.map((source) => extent([source]));
  const covers = sources.map(referee);
  const sets = new Map<string, SetGround>();
  for (let face = 0; face < faces.count; face++) {
    const x = faces.x[face]!;
    const y = faces.y[face]!;
    const inside: number[] = [];
    sources.forEach((_, i) => {
      const [west, south, east, north] = boxes[i]!;
      if (x < west || x > east || y < south || y > north) return;
      if (covers[i]!(x, y)) inside.push(i);
    });
    const key = inside.join(",");
    const ground = sets.get(key) ?? { area: 0, perimeter: 0 };
    ground.area += faces.area[face]!;
    ground.perimeter += faces.perimeter[face]!;
    sets.set(key, ground);
  }
  return sets;
}
