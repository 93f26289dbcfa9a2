import type { QuestionAnalysis } from "../../analysis/analyse-question.ts";
import { type LoadedStudy, storedStudy } from "../../analysis/load-study.ts";
import { studySources } from "../../analysis/sources.ts";
import type { About } from "../../contract/about.ts";
import type { Db } from "../../store/db.ts";
import { toCertificateReply } from "../certificate-reply.ts";
import { toRepairsReply } from "../repairs-reply.ts";

export type Proof = Pick<About, "certificate_of" | "certificate" | "repairs">;

/**
 * The proof of figures that rest on a partition of the question, sources named by their initiatives.
 *
 * @param crs the system of stored ground
 */
export function questionProof(
  { study }: LoadedStudy,
  crs: string,
  { outlines, partition }: QuestionAnalysis,
): Proof {
  const nameOf = (source: number) =>
    study.initiatives[study.outlines[outlines[source]!]!.initiative]!.id;
  return {
    certificate_of: "question",
    certificate: toCertificateReply(partition.certificate, crs, [study.dataVersion]),
    repairs: toRepairsReply(partition.repairs, nameOf),
  };
}

/**
 * The proof of figures that rest on the partition of the whole study: every outline of all time over
 * the places. Its sources are initiatives and the codes of places.
 *
 * @throws AppError store/empty
 */
export function studyProof(db: Db, { study }: LoadedStudy, crs: string): Proof {
  const { certificate, repairs } = storedStudy(db, study.dataVersion);
  const { outlines, places } = studySources(db);
  const names = [
    ...outlines.map(({ initiative_id }) => initiative_id ?? ""),
    ...places.map(({ place }) => place.code),
  ];
  return {
    certificate_of: "study",
    certificate: toCertificateReply(certificate, crs, [study.dataVersion]),
    repairs: toRepairsReply(repairs, (source) => names[source]!),
  };
}
