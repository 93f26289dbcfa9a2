import { openPairs, type PairGround } from "../../../analysis/open-pairs.ts";
import { printedArea } from "../../../contract/printed-area.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import type { Shapes } from "../../../core/overlay/model.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import { groupBy } from "../../../store/group-by.ts";
import { type MatrixPair, matrixPairs } from "../../fit-matrix.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutFits } from "../fit-about.ts";
import { joinShapes } from "../join-shapes.ts";
import { measureField } from "../measure-field.ts";
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
  measureField("area_m2", "real"),
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

function gapsTable(context: ExportContext, question: Question): Table {
  const pieces = gapsInPieces(context, question);
  for (;;) {
    const next = pieces.next();
    if (next.done) return next.value;
  }
}

/** A piece is one pair opened. Pairs with one area are opened together; rows keep the matrix's order. */
function* gapsInPieces(context: ExportContext, question: Question): Generator<void, Table> {
  const { db, loaded, crs } = context;
  const found = matrixPairs(loaded, question, context.fits());
  const grounds = new Map<MatrixPair, { readonly rows: Value[][]; readonly shapes: Shapes }>();
  for (const [area, pairs] of groupBy(found, areaOf)) {
    const [{ fit }] = pairs as [MatrixPair];
    const outlines = pairs.map(outlineOf);
    const opened = openPairs(db, outlines, area.boundary, fit.tier.tolerance, context.under());
    for (const pair of pairs) {
      context.progress?.("gaps", grounds.size / found.length);
      yield;
      const ground = opened.next().value as PairGround;
      // The rows alone: a fragment holds the ground of its whole partition.
      grounds.set(pair, { rows: rowsOf(pair, ground), shapes: ground.shapes });
    }
  }
  const opened = found.map((pair) => grounds.get(pair)!);
  const title = `gap and overspill of initiatives on ${question.at}`;
  return {
    unit: "gaps",
    fields: FIELDS,
    rows: opened.flatMap(({ rows }) => rows),
    ground: { shapes: joinShapes(opened.map(({ shapes }) => shapes)), grid: STORE_GRID, crs },
    about: aboutFits(context, question, { unit: "gaps", title, fields: FIELDS }),
  };
}

const areaOf = ({ fit: { sources }, pair }: MatrixPair) =>
  sources.areas[pair.reference - sources.outlines.length]!;

const outlineOf = ({ fit: { sources }, pair }: MatrixPair) => sources.outlines[pair.body]!.id;

function rowsOf(pair: MatrixPair, { fragments }: PairGround): Value[][] {
  const { layer } = pair.fit.tier;
  return fragments.map(({ fragment, people }, i) => {
    const names = [pair.initiative, layer.id, areaOf(pair).place.code, fragment.kind];
    return [
      [...names, i + 1].join("|"),
      ...names,
      printedArea(fragment.area),
      Math.round(fragment.width() * 1000) / 1000,
      String(fragment.sliver()),
      people?.amount === undefined ? null : Math.round(people.amount),
    ];
  });
}
