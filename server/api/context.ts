/** What the routes share: the study, what is made from it, and how the server was set up. */
import { analyseQuestion, type QuestionAnalysis } from "../analysis/analyse-question.ts";
import { type CutPair, cutPair } from "../analysis/cut-pair.ts";
import { type FitByPeople, fitByPeople } from "../analysis/fit-by-people.ts";
import { fitLayers, type LayerFit } from "../analysis/fit-layer.ts";
import { type LoadedSmallAreas, loadSmallAreas } from "../analysis/load-small-areas.ts";
import { type Neighbours, neighboursIn } from "../analysis/neighbours.ts";
import type { PlacingChoice } from "../analysis/place-money.ts";
import { questionParams } from "../contract/question.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { ExportContext, StudyCrs } from "../publish/exports/unit.ts";
import { type FigureSources, figureSources } from "../publish/figures/sources.ts";
import { type PageContext, pageContext } from "../publish/page-context.ts";
import type { TileLayer, Tiles } from "../publish/tiles.ts";
import { type ExportTables, exportTables } from "./export-tables.ts";
import { type MoneySource, moneySource } from "./money-query.ts";
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
  /** The small areas with one set of scores; the first without a name. */
  readonly smallAreas: (held: Held, score?: string) => LoadedSmallAreas;
  readonly exportContext: (held: Held) => ExportContext;
  /** What is exported, as a table. */
  readonly exportTable: ExportTables;
  /** What figures of places are reckoned from: read at the first request and kept. */
  readonly figures: (held: Held) => FigureSources;
  readonly money: MoneySource;
  /** Who lives on the cells and which lie side by side: made at the first request and kept. */
  readonly neighbours: (held: Held) => Neighbours;
  /** Outlines against every tier: as stored, or made at the first request and kept. */
  readonly fits: (held: Held) => readonly LayerFit[];
  /** Gap and overspill of one outline and one area: cut once, since a step of the date asks again. */
  readonly cuts: (held: Held) => CutOf;
  /** The same by people; undefined where none are loaded. */
  readonly fitByPeople: (held: Held) => FitByPeople | undefined;
  readonly pageContext: (held: Held) => PageContext;
}

/** As {@link cutPair}, of the database held. */
export type CutOf = (outline: number, area: number, tolerance: number) => CutPair;

/** Partitions of questions kept in memory; another question takes the oldest one's room. */
const KEPT_ANALYSES = 16;

export function contextOf(deps: Deps): Context {
  // Keyed by the study held, so that what was made from an earlier one goes with it.
  const tileSets = new WeakMap<Held, Map<TileLayer, Tiles>>();
  const analyses = new WeakMap<Held, Map<string, QuestionAnalysis>>();
  const fitSets = new WeakMap<Held, readonly LayerFit[]>();
  const fits = (held: Held) => {
    const known = fitSets.get(held) ?? fitLayers(held.db);
    fitSets.set(held, known);
    return known;
  };
  const byPeople = new WeakMap<Held, { readonly found: FitByPeople | undefined }>();
  const peopled = (held: Held) => {
    const known = byPeople.get(held) ?? { found: fitByPeople(held.db, fits(held)) };
    byPeople.set(held, known);
    return known.found;
  };
  const neighbours = new WeakMap<Held, Neighbours>();
  const smallAreas = new WeakMap<Held, Map<string, LoadedSmallAreas>>();
  const exportContext = (held: Held): ExportContext => {
    const { db, loaded, index } = held;
    const known = analyses.get(held) ?? new Map<string, QuestionAnalysis>();
    analyses.set(held, known);
    const analyse = (question: Question) => analysed(held, question, known);
    return {
      db,
      loaded,
      index,
      crs: deps.crs,
      analyse,
      fits: () => fits(held),
      fitByPeople: () => peopled(held),
    };
  };
  const cuts = new WeakMap<Held, CutOf>();
  const money = moneySource();
  const figures = new WeakMap<Held, FigureSources>();
  const smallAreasOf = (held: Held, score?: string) => {
    const sets = smallAreas.get(held) ?? new Map<string, LoadedSmallAreas>();
    smallAreas.set(held, sets);
    const known = sets.get(score ?? "") ?? loadSmallAreas(held.db, held.loaded, score);
    sets.set(score ?? "", known);
    return known;
  };
  return {
    deps,
    held: deps.source.current,
    money,
    figures(held) {
      const parts = {
        funding: () => money.funding(held),
        placed: (choice: PlacingChoice) => money.placed(held, choice),
        smallAreas: () => smallAreasOf(held),
      };
      const known = figures.get(held) ?? figureSources(held, parts);
      figures.set(held, known);
      return known;
    },
    tiles(held, layer) {
      const sets = tileSets.get(held) ?? new Map<TileLayer, Tiles>();
      tileSets.set(held, sets);
      const tiles = sets.get(layer) ?? tilesFor(layer, held, deps);
      sets.set(layer, tiles);
      return tiles;
    },
    neighbours(held) {
      const known = neighbours.get(held) ?? neighboursIn(held.db, held.loaded);
      neighbours.set(held, known);
      return known;
    },
    smallAreas: smallAreasOf,
    exportContext,
    cuts(held) {
      const known = cuts.get(held) ?? cutsOf(held);
      cuts.set(held, known);
      return known;
    },
    exportTable: exportTables(exportContext, deps.source.current),
    fits,
    fitByPeople: peopled,
    pageContext: (held) => pageContext(exportContext(held), deps.address(), deps.dataDir),
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
