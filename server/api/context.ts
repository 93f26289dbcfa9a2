/** What the routes share: the study, what is made from it, and how the server was set up. */
import { analyseQuestion, type QuestionAnalysis } from "../analysis/analyse-question.ts";
import { type CutPair, cutPair } from "../analysis/cut-pair.ts";
import { type Readings, readingsOf } from "../analysis/readings.ts";
import { questionParams } from "../contract/question.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { ExportContext, StudyCrs } from "../publish/exports/unit.ts";
import { type FigureSources, figureSources } from "../publish/figures/sources.ts";
import { type PageContext, pageContext } from "../publish/page-context.ts";
import type { TileLayer, Tiles } from "../publish/tiles.ts";
import { type ExportTables, exportTables } from "./export-tables.ts";
import type { Held, StudySource } from "./study-source.ts";
import { tilesFor } from "./tile-sources.ts";

/** What the server is set up with. */
export interface Deps {
  readonly source: StudySource;
  readonly crs: StudyCrs;
  /** The folder of the built app. */
  readonly clientDir: string;
  /** The folder of bundled data, for the map's backdrop. */
  readonly dataDir: string;
  readonly basemap: string | undefined;
  readonly publicUrl: string | undefined;
  /** The address that the server is reached at, known once it listens. */
  readonly address: () => string;
}

export interface Context {
  readonly deps: Deps;
  readonly held: () => Held;
  readonly tiles: (held: Held, layer: TileLayer) => Tiles;
  /** What is read beside the study: at the first request, and kept with it. */
  readonly readings: (held: Held) => Readings;
  readonly exportContext: (held: Held) => ExportContext;
  /** What is exported, as a table. */
  readonly exportTable: ExportTables;
  /** What figures of places are reckoned from. */
  readonly figures: (held: Held) => FigureSources;
  /** Gap and overspill of one outline and one area: cut once, since a step of the date asks again. */
  readonly cuts: (held: Held) => CutOf;
  readonly pageContext: (held: Held) => PageContext;
}

/** As {@link cutPair}, of the database held. */
export type CutOf = (outline: number, area: number, tolerance: number) => CutPair;

/** Partitions of questions kept in memory; another question takes the oldest one's room. */
const KEPT_ANALYSES = 16;

export function contextOf(deps: Deps): Context {
  // Keyed by the study held, so that what was made from an earlier one goes with it.
  const tileSets = kept(() => new Map<TileLayer, Tiles>());
  const analyses = kept(() => new Map<string, QuestionAnalysis>());
  const readings = kept((held) => readingsOf(held));
  const exportContext = (held: Held): ExportContext => {
    const { db, loaded, index } = held;
    const analyse = (question: Question) => analysed(held, question, analyses(held));
    return { db, loaded, index, crs: deps.crs, analyse, ...readings(held) };
  };
  return {
    deps,
    held: deps.source.current,
    readings,
    figures: kept((held) => figureSources({ ...held, ...readings(held) })),
    tiles(held, layer) {
      const sets = tileSets(held);
      const tiles = sets.get(layer) ?? tilesFor(layer, held, readings(held), deps);
      sets.set(layer, tiles);
      return tiles;
    },
    exportContext,
    cuts: kept(cutsOf),
    exportTable: exportTables(exportContext, deps.source.current),
    pageContext: (held) => pageContext(exportContext(held), deps.address(), deps.dataDir),
  };
}

function kept<T extends object>(make: (held: Held) => T): (held: Held) => T {
  const made = new WeakMap<Held, T>();
  return (held) => {
    const known = made.get(held) ?? make(held);
    made.set(held, known);
    return known;
  };
}

function cutsOf({ db }: Held): CutOf {
  const pairs = new Map<string, CutPair>();
  return (outline, area, tolerance) => {
    const key = `${outline} ${area}`;
    const pair = pairs.get(key) ?? cutPair(db, outline, area, tolerance);
    pairs.set(key, pair);
    return pair;
  };
}

function analysed({ db, loaded }: Held, question: Question, known: Map<string, QuestionAnalysis>) {
  const key = JSON.stringify(questionParams(question));
  const analysis = known.get(key) ?? analyseQuestion(db, loaded, question);
  known.delete(key);
  known.set(key, analysis);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT_ANALYSES) break;
    known.delete(oldest);
  }
  return analysis;
}
