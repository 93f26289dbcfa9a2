/** What is answered from now, put by for the day when the data have changed. */
import { gzipSync } from "node:zlib";
import { type LoadedStudy, storedStudy } from "../../analysis/load-study.ts";
import { toStudyReply } from "../../contract/study.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import type { Db } from "../../store/db.ts";
import { encodeShapes } from "../../store/geometry-codec.ts";
import { keptStudyTable } from "../../store/kept-study.ts";
import { toCertificateReply } from "../certificate-reply.ts";
import { cellShapes, type DrawnGround, onGrid, placeShapes } from "../map-svg/drawn-ground.ts";
import { packed } from "./packed.ts";

/** Metres by which a kept line may be off: less than a pixel of any map on a page of a region. */
const THINNED_TO = 120;

/**
 * Keep the study that is loaded under its data version; nothing where it is kept already.
 *
 * @param crs the system of stored ground
 * @returns whether it was kept now
 */
export function keepStudy(db: Db, loaded: LoadedStudy, crs: string): boolean {
  const table = keptStudyTable(db);
  const { study } = loaded;
  if (table.find(study.dataVersion)) return false;
  const { certificate } = storedStudy(db, study.dataVersion);
  table.add({
    data_version: study.dataVersion,
    study: gzipSync(JSON.stringify(toStudyReply(study)), { level: 9 }),
    certificate: JSON.stringify(toCertificateReply(certificate, crs, [study.dataVersion])),
    cells: kept(onGrid(cellShapes(db, loaded))),
    places: kept(onGrid(placeShapes(db))),
  });
  return true;
}

const kept = (ground: DrawnGround): Uint8Array => packed(encodeShapes(thinned(ground)));

/** The shapes with the vertices that a picture needs; neighbours keep the same ones. */
function thinned({ shapes, weights }: DrawnGround): Shapes {
  const least = THINNED_TO ** 2;
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  shapes.polygonShape.forEach((shape, polygon) => {
    const before = ringVertex.length;
    for (let ring = shapes.polygonRing[polygon]!; ring < shapes.polygonRing[polygon + 1]!; ring++) {
      const from = shapes.ringVertex[ring]!;
      const stays = Array.from(
        { length: shapes.ringVertex[ring + 1]! - from },
        (_, i) => from + i,
      ).filter((v) => weights[v]! > least);
      if (stays.length > 2) {
        for (const v of stays) xy.push(shapes.xy[2 * v]!, shapes.xy[2 * v + 1]!);
        ringVertex.push(xy.length / 2);
      } else if (ring === shapes.polygonRing[polygon]) break;
    }
    if (ringVertex.length === before) return;
    polygonShape.push(shape);
    polygonRing.push(ringVertex.length - 1);
  });
  return {
    count: shapes.count,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(xy),
  };
}
