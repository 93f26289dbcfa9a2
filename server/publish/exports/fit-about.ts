import type { LayerFit } from "../../analysis/fit-layer.ts";
import { peopleLayer } from "../../analysis/fit-people.ts";
import type { About } from "../../contract/about.ts";
import type { Question } from "../../core/hotspots/question.ts";
import type { Db } from "../../store/db.ts";
import { tierReply } from "../fit-matrix.ts";
import { toRepairsReply } from "../repairs-reply.ts";
import type { Field } from "./export.ts";
import { aboutAnswer, type ExportContext } from "./unit.ts";

/**
 * What exports of the fit carry: the layers with their licences, and for each the tolerance and the
 * certificate of the partition that its figures rest on. The certificate of the file is that of the
 * study, whose outlines and places went into them all.
 */
export function aboutFits(
  context: ExportContext,
  question: Question,
  parts: { readonly unit: string; readonly title: string; readonly fields: readonly Field[] },
): About {
  const { study } = context.loaded;
  const fits = context.fits();
  const about = aboutAnswer(context, question, parts);
  return {
    ...about,
    tolerance_m: null,
    sources: [
      ...about.sources,
      ...fits.map((fit) => layerSource(fit, study.dataVersion)),
      ...peopleSource(context.db),
    ],
  };
}

/** Where the people of its figures are from, where any are loaded. */
function peopleSource(db: Db): About["sources"] {
  const people = peopleLayer(db);
  if (people === undefined) return [];
  const { title, vintage, licence, attribution, sha256 } = people.set;
  return [{ title: `${title} (${vintage})`, licence, attribution, sha256 }];
}

function layerSource(fit: LayerFit, dataVersion: string): About["sources"][number] {
  const { layer } = fit.tier;
  const { tolerance_m, certificate } = tierReply(fit, dataVersion);
  return {
    title: `${layer.title} (${layer.vintage})`,
    licence: layer.licence,
    attribution: layer.attribution,
    grade: layer.grade,
    sha256: layer.sha256,
    layer: layer.id,
    tolerance_m,
    certificate,
    repairs: toRepairsReply(fit.repairs, (source) => nameOf(fit, source)),
  };
}

/** Outlines by their initiatives, areas by their codes, context by nothing but its number. */
function nameOf({ sources: { outlines, areas } }: LayerFit, source: number): string {
  return (
    outlines[source]?.initiative_id ??
    areas[source - outlines.length]?.place.code ??
    `context ${source}`
  );
}
