/** Earlier data, to be asked as they were: the same folds on the study that was kept. */
import { gunzipSync } from "node:zlib";
import { certificateSchema } from "../../contract/certificate.ts";
import { fromStudyReply, studyReply } from "../../contract/study.ts";
import { indexStudy } from "../../core/hotspots/study-index.ts";
import type { Study } from "../../core/model.ts";
import { radiusOf } from "../../core/units.ts";
import type { Db } from "../../store/db.ts";
import { decodeShapes } from "../../store/geometry-codec.ts";
import { keptStudyTable } from "../../store/kept-study.ts";
import { landGround, onGrid } from "../map-svg/drawn-ground.ts";
import type { PageContext } from "../page-context.ts";
import { unpacked } from "./packed.ts";

/** The study kept under a data version, or under its first digits; undefined where there is none. */
export function keptStudy(db: Db, version: string): Study | undefined {
  const row = keptStudyTable(db).find(version);
  return row && studyOf(row.study);
}

const studyOf = (bytes: Uint8Array): Study =>
  fromStudyReply(studyReply.parse(JSON.parse(gunzipSync(bytes).toString("utf8"))));

/**
 * What pages of earlier data are made from.
 *
 * @param now what pages of today are made from
 * @returns undefined where nothing is kept under that version
 */
export function keptContext(db: Db, version: string, now: PageContext): PageContext | undefined {
  const row = keptStudyTable(db).find(version);
  if (!row) return undefined;
  const study = studyOf(row.study);
  const certificate = certificateSchema.parse(JSON.parse(row.certificate));
  return {
    ...now,
    index: indexStudy(study),
    discs: discsOf(study, now.crs.fromLonLat),
    certificate: () => certificate,
    ground: () => ({
      cells: onGrid(decodeShapes(unpacked(row.cells))),
      places: onGrid(decodeShapes(unpacked(row.places))),
      land: landGround(now.dataDir, now.crs.fromLonLat),
    }),
  };
}

function discsOf({ indications }: Study, toMetres: (xy: Float64Array) => void) {
  return indications.map(({ lon, lat, largest }) => {
    const centre = Float64Array.of(lon, lat);
    toMetres(centre);
    return { x: centre[0]!, y: centre[1]!, radius: radiusOf(largest) };
  });
}
