import type { LoadedSmallAreas } from "../../analysis/load-small-areas.ts";
import type { About } from "../../contract/about.ts";
import type { NeedAsked } from "../../contract/need.ts";
import { needParams } from "../../contract/need-params.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { toCertificateReply } from "../certificate-reply.ts";
import { toRepairsReply } from "../repairs-reply.ts";
import { type AboutParts, aboutAnswer, type ExportContext } from "./unit.ts";

/** What a file about need carries: the small areas, people and scores are cited with the rest. */
export function aboutNeed(
  context: ExportContext,
  question: Question,
  asked: NeedAsked,
  { smallAreas, certificate, repairs, sourceNames }: LoadedSmallAreas,
  parts: AboutParts,
): About {
  const base = aboutAnswer(context, question, parts);
  const layer = referenceLayerTable(context.db)
    .all()
    .find(({ id }) => id === smallAreas.layer.id)!;
  const { title, vintage, licence, attribution, grade, sha256 } = layer;
  const dataVersion = context.loaded.study.dataVersion;
  return {
    ...base,
    question: Object.fromEntries(needParams(question, asked)),
    sources: [
      ...base.sources,
      { title: `${title} (${vintage})`, licence, attribution, grade, sha256 },
      ...[smallAreas.people, smallAreas.need].map((source) => ({
        title: `${source.title} (${source.vintage})`,
        licence: source.licence,
        attribution: source.attribution,
      })),
    ],
    certificate_of: "small-areas",
    certificate: toCertificateReply(certificate, context.crs.id, [dataVersion]),
    repairs: toRepairsReply(repairs, (source) => sourceNames[source]!),
  };
}
