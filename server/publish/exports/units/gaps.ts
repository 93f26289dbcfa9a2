import { openPair } from "../../../analysis/fit-pair.ts";
import { smallAreasUnder } from "../../../analysis/fit-people.ts";
import { meaningOf } from "../../../contract/measures.ts";
import { printedArea } from "../../../contract/printed-area.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import type { Shapes } from "../../../core/overlay/model.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import { matrixPairs } from "../../fit-matrix.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutFits } from "../fit-about.ts";
import { joinShapes } from "../join-shapes.ts";
import type { ExportContext, ExportUnit } from "../unit.ts";

const FIELDS: readonly Field[] = [
  { name: "piece", type: "text", meaning: "Initiative, layer, area, kind and number by size." },
  { name: "initiative", type: "text", meaning: "Id of the initiative." },
  { name: "layer", type: "text", meaning: "The reference layer." },
  { name: "reference", type: "text", meaning: "Code of the closest area of the layer." },
  {
    name: "kind",
    type: "text",
    meaning: "gap: of the area and not of the initiative; overspill: the other way round.",
  },
  { name: "area_m2", type: "real", meaning: meaningOf("area_m2") },
  { name: "width_m", type: "real", meaning: "Diameter of the largest circle that fits into it." },
  { name: "sliver", type: "text", meaning: "true or false: drawing error by the tolerance." },
  {
    name: "people",
    type: "integer",
    meaning:
      "People of small areas spread evenly over their ground; empty where none are loaded or one that it reaches has no figure.",
  },
];

/** Gap and overspill of each initiative against its closest area of each layer. */
export const gaps = {
  id: "gaps",
  title: "Gap and overspill of initiatives that nearly match, as polygons",
  hasGround: true,
  build: gapsTable,
  pieces: gapsInPieces,
} as const satisfies ExportUnit;

const EMPTY: Shapes = {
  count: 0,
  polygonShape: new Int32Array(0),
  polygonRing: new Int32Array(1),
  ringVertex: new Int32Array(1),
  xy: new Int32Array(0),
};

function gapsTable(context: ExportContext, question: Question): Table {
  const pieces = gapsInPieces(context, question);
  for (;;) {
    const next = pieces.next();
    if (next.done) return next.value;
  }
}

/** A piece is one pair opened. */
function* gapsInPieces(context: ExportContext, question: Question): Generator<void, Table> {
  const { db, loaded, crs } = context;
  const rows: Value[][] = [];
  let shapes = EMPTY;
  const found = matrixPairs(loaded, question, context.fits());
  const under = smallAreasUnder(db);
  for (const [done, { initiative, fit, pair }] of found.entries()) {
    context.progress?.("gaps", done / found.length);
    yield;
    const { sources, tier } = fit;
    const { boundary, place } = sources.areas[pair.reference - sources.outlines.length]!;
    const outline = sources.outlines[pair.body]!.id;
    const opened = openPair(db, outline, boundary, tier.layer, tier.tolerance, under);
    shapes = joinShapes(shapes, opened.shapes);
    opened.fragments.forEach(({ fragment, people }, i) => {
      const names = [initiative, tier.layer.id, place.code, fragment.kind];
      rows.push([
        [...names, i + 1].join("|"),
        ...names,
        printedArea(fragment.area),
        Math.round(fragment.width() * 1000) / 1000,
        String(fragment.sliver()),
        people?.amount === undefined ? null : Math.round(people.amount),
      ]);
    });
  }
  const title = `gap and overspill of initiatives on ${question.at}`;
  return {
    unit: "gaps",
    fields: FIELDS,
    rows,
    ground: { shapes, grid: STORE_GRID, crs },
    about: aboutFits(context, question, { unit: "gaps", title, fields: FIELDS }),
  };
}
