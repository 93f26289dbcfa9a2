import type { QuestionAnalysis } from "../../analysis/analyse-question.ts";
import type { Readings, ReadStudy } from "../../analysis/readings.ts";
import type { About } from "../../contract/about.ts";
import type { ExportAsked } from "../../contract/export-parameters.ts";
import { type Area, areaParams } from "../../contract/page-question.ts";
import { questionParams } from "../../contract/question.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { summarise } from "../../core/hotspots/summary.ts";
import type { Progress } from "../../core/overlay/model.ts";
import type { Db } from "../../store/db.ts";
import { aboutFields } from "./about-fields.ts";
import type { Field, GroundCrs, Table } from "./export.ts";
import { layerSources } from "./layer-sources.ts";
import { questionProof, studyProof } from "./study-proof.ts";

/** The system of all stored ground, and the way there from degrees. */
export interface StudyCrs extends GroundCrs {
  /** Degrees in, metres out, in place. */
  readonly fromLonLat: (xy: Float64Array) => void;
}

/** What every unit may draw on. */
export interface ExportContext extends ReadStudy, Readings {
  readonly crs: StudyCrs;
  readonly analyse: (question: Question) => QuestionAnalysis;
  /** Told how work that takes long goes on. */
  readonly progress?: Progress;
}

/** One thing that can be taken away, in any format that its ground allows. */
export interface ExportUnit {
  readonly id: string;
  readonly title: string;
  /** Whether its rows lie somewhere, so that map formats can hold them. */
  readonly hasGround: boolean;
  /** Whether it can be had of one region or place alone; else an area is refused. */
  readonly takesArea?: true;
  /** Whether the data that are loaded can answer it; absent: any can. */
  readonly isAnswered?: (db: Db) => boolean;
  /**
   * @param area absent is all of England
   * @param asked what the unit takes beside the question: see EXPORT_PARAMETERS
   */
  readonly build: (
    context: ExportContext,
    question: Question,
    area?: Area,
    asked?: ExportAsked,
  ) => Table;
  /** The same in pieces where it takes long, so that a server can answer others between them. */
  readonly pieces?: (context: ExportContext, question: Question) => Generator<void, Table>;
}

const REGISTRY = {
  title: "Patchwork registry of programmes and initiatives",
  licence: "Facts; no claim is made",
  attribution: "Hand-assembled from Hansard, legislation and reports; each row names its source.",
};
const GRID_SHIFT = {
  title: "OSTN15, between WGS 84 and the national grid",
  licence: "BSD-2-Clause",
  attribution: "OSTN15: Copyright (c) 2016 Ordnance Survey.",
};

export interface AboutParts {
  readonly unit: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** Present where the figures rest on a partition of the question; else they rest on the study's. */
  readonly analysis?: QuestionAnalysis;
  /** Whether the rows are places. */
  readonly aboutPlaces?: boolean;
  /** What the question was narrowed to. */
  readonly area?: Area | undefined;
}

/** What an answer carries: all that is needed to cite it and to ask it again, and no time. */
export function aboutAnswer(
  { db, loaded, index, crs }: ExportContext,
  question: Question,
  { unit, title, fields, analysis, aboutPlaces = false, area }: AboutParts,
): About {
  const { study } = loaded;
  const asked = Object.fromEntries([...questionParams(question), ...areaParams(study, area)]);
  const { incomplete } = summarise(index, question, []);
  return {
    title,
    unit,
    question: asked,
    data_version: study.dataVersion,
    areas: crs.id,
    grid_m: analysis?.partition.grid.step ?? 0.001,
    tolerance_m: study.layer.accuracy ?? null,
    ...aboutFields(fields),
    sources: [REGISTRY, ...layerSources(db, loaded, question, aboutPlaces), GRID_SHIFT],
    ...(analysis ? questionProof(loaded, crs.id, analysis) : studyProof(db, loaded, crs.id)),
    completeness: incomplete.map((programme) => {
      const { code, name, held, existed, existedNote } = study.programmes[programme]!;
      return { programme: code, name, held, existed: existed ?? null, note: existedNote };
    }),
    citation: `Patchwork, ${title}, data ${study.dataVersion}.`,
  };
}
