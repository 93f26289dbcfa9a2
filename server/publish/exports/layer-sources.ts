import { selectOutlines } from "../../analysis/analyse-question.ts";
import type { LoadedStudy } from "../../analysis/load-study.ts";
import type { About } from "../../contract/about.ts";
import type { Question } from "../../core/hotspots/question.ts";
import type { Db } from "../../store/db.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";

/**
 * The layers that drew something in an answer: those whose areas make up the outlines that the
 * question selects, and the layer of the places where the answer is about places. A layer that is
 * loaded beside them and enters nothing is not cited.
 */
export function layerSources(
  db: Db,
  loaded: LoadedStudy,
  question: Question,
  aboutPlaces: boolean,
): About["sources"] {
  const { outlines, initiatives } = loaded.study;
  const table = referenceLayerTable(db);
  const drawers = table.drawers();
  const drew = new Set(
    selectOutlines(loaded, question).flatMap(
      (outline) => drawers.get(initiatives[outlines[outline]!.initiative]!.id) ?? [],
    ),
  );
  return table
    .all()
    .filter(({ id, role }) => drew.has(id) || (aboutPlaces && role === "places"))
    .map((layer) => ({
      title: `${layer.title} (${layer.vintage})`,
      licence: layer.licence,
      attribution: layer.attribution,
      grade: layer.grade,
      sha256: layer.sha256,
    }));
}
