import type { FoundPair, LayerFit } from "../../../analysis/fit-layer.ts";
import { toPairReply } from "../../../contract/fit-reply.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { boundariesOn, closestPair, fitMatrix } from "../../fit-matrix.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutFits } from "../fit-about.ts";
import type { ExportContext, ExportUnit } from "../unit.ts";

const text = (name: string, meaning: string): Field => ({ name, type: "text", meaning });
const real = (name: string, meaning: string): Field => ({ name, type: "real", meaning });

const FIELDS: readonly Field[] = [
  text("fit", "Initiative and layer with a bar between them."),
  text("initiative", "Id of the initiative."),
  text("name", "Its name."),
  text("programme", "Its programme."),
  text("grade", "How its boundary is known; empty where it is not drawn on the date."),
  text("layer", "The reference layer."),
  text("class", "How nearly it matches its closest area; empty where there is no verdict."),
  text("reference", "Code of the closest area: the one with the largest jaccard."),
  text("reference_name", "Its name."),
  real("jaccard", "Shared ground over combined ground."),
  real(
    "jaccard_people",
    "The same by the people who live there, spread evenly over small areas; empty where not known.",
  ),
  real("body_in_reference", "Share of the initiative's ground within the area."),
  real("reference_in_body", "Share of the area's ground within the initiative."),
  real("gap_m2", "Ground of the area outside the initiative."),
  real("overspill_m2", "Ground of the initiative outside the area."),
  real(
    "hausdorff_m",
    "The farthest that either boundary lies from the other; empty where partial.",
  ),
  text("cause", "Why they differ; empty where nothing or nothing certain can be said."),
  text("reason", "Why there is no cause or no verdict, or what the cause leaves open."),
  { name: "whole", type: "integer", meaning: "Areas of the layer that lie wholly in it." },
  text("made_of_whole", "true or false: it is made of whole areas and nothing else."),
  real("tolerance_m", "Metres within which lines are one."),
];

/** Each initiative against each reference layer. */
export const coterminosity = {
  id: "coterminosity",
  title: "How nearly initiatives match reference areas",
  hasGround: false,
  build: coterminosityTable,
} as const satisfies ExportUnit;

function coterminosityTable(context: ExportContext, question: Question): Table {
  const { loaded, index } = context;
  const fits = context.fits();
  const { bodies, tiers } = fitMatrix(loaded, index, question, fits, context.fitByPeople());
  const boundaries = boundariesOn(loaded, question);
  const rows = bodies.flatMap((body) =>
    body.cells.map((cell, i): readonly Value[] => {
      const fit = fits[i]!;
      const pair = closestPair(fit, boundaries.get(body.initiative));
      const figures = cell.reference && pair ? figuresOf(fit, pair) : undefined;
      return [
        `${body.initiative}|${cell.layer}`,
        body.initiative,
        body.name,
        body.programme,
        body.grade,
        cell.layer,
        cell.class,
        cell.reference?.code ?? null,
        cell.reference?.name ?? null,
        cell.jaccard,
        cell.jaccard_people,
        figures?.body_in_reference ?? null,
        figures?.reference_in_body ?? null,
        figures?.gap_m2 ?? null,
        figures?.overspill_m2 ?? null,
        figures?.hausdorff_m ?? null,
        cell.cause,
        cell.reason,
        cell.class === null ? null : cell.whole,
        cell.class === null ? null : String(cell.made_of_whole),
        tiers[i]!.tolerance_m,
      ];
    }),
  );
  const title = `how nearly initiatives match reference areas on ${question.at}`;
  return {
    unit: "coterminosity",
    fields: FIELDS,
    rows,
    ground: undefined,
    about: aboutFits(context, question, { unit: "coterminosity", title, fields: FIELDS }),
  };
}

const figuresOf = (fit: LayerFit, pair: FoundPair) =>
  toPairReply(pair, {
    nameOf: String,
    hasOtherVintage: fit.sources.otherVintage.length > 0,
  });
