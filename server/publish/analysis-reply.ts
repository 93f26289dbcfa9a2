import type { QuestionAnalysis } from "../analysis/analyse-question.ts";
import { partitionFigures } from "../contract/partition-figures.ts";
import type { AnalysisReply } from "../contract/replies.ts";
import { toCertificateReply } from "./certificate-reply.ts";

/** What `analyse --json` prints and /api/v1/analysis answers. */
export function toAnalysisReply(
  dataVersion: string,
  params: readonly (readonly [string, string])[],
  { partition, outlines }: QuestionAnalysis,
): AnalysisReply {
  return {
    dataVersion,
    question: Object.fromEntries(params),
    sources: outlines.length,
    ...partitionFigures(partition),
    certificate: toCertificateReply(partition.certificate, "EPSG:27700", [dataVersion]),
  };
}
