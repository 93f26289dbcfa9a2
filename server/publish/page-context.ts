/** What maps, pages and briefings are made from: a study, its ground, and what vouches for it. */
import type { CertificateReply } from "../contract/certificate.ts";
import type { PageQuestion } from "../contract/page-question.ts";
import type { Disc } from "../core/geometry/disc.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import { studyProof } from "./exports/study-proof.ts";
import type { ExportContext, StudyCrs } from "./exports/unit.ts";
import { type StudyGround, studyGround } from "./map-svg/drawn-ground.ts";

export type { PageQuestion };

export interface PageContext {
  readonly index: StudyIndex;
  readonly crs: StudyCrs;
  /** Indication -> its largest disc, metres of the national grid. */
  readonly discs: readonly Disc[];
  readonly ground: () => StudyGround;
  /** Of the partition that the figures rest on. */
  readonly certificate: () => CertificateReply;
  /** The address that a reader reaches this server at, without a slash at its end. */
  readonly address: string;
  /** The folder of bundled data, which holds the coast. */
  readonly dataDir: string;
}

/** The context of the data that are loaded. */
export function pageContext(
  { db, loaded, index, crs }: ExportContext,
  address: string,
  dataDir: string,
): PageContext {
  return {
    index,
    crs,
    discs: loaded.discs,
    ground: () => studyGround(db, loaded, dataDir, crs.fromLonLat),
    certificate: () => studyProof(db, loaded, crs.id).certificate,
    address,
    dataDir,
  };
}
