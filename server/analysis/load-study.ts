/** The study as the core sees it, read from the stored analysis. */
import { AppError } from "../core/errors.ts";
import type { Disc } from "../core/geometry/disc.ts";
import type {
  Cell,
  Initiative,
  Outline,
  ReferenceLayer,
  RuleChange,
  Study,
} from "../core/model.ts";
import { metres, pounds, squareMetres } from "../core/units.ts";
import { analysisTable, type StoredAnalysis, type StoredCell } from "../store/analysis.ts";
import type { StoredBoundary } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { initiativeTable, type StoredInitiative } from "../store/initiative.ts";
import { memberAreaTable } from "../store/member-area.ts";
import { programmeTable } from "../store/programme.ts";
import type { StoredLayer } from "../store/reference-layer.ts";
import { ruleChangeTable, type StoredRuleChange } from "../store/rule-change.ts";
import { studyKey } from "./analyse-study.ts";
import { loadedVersion } from "./data-version.ts";
import { readFunders } from "./funders.ts";
import { type Projector, readIndications } from "./indications.ts";
import { placesWithin } from "./places-within.ts";
import { studySources } from "./sources.ts";

/** A study, and the rows of the store that its indices stand for. */
export interface LoadedStudy {
  readonly study: Study;
  /** Id of the stored analysis. */
  readonly analysis: number;
  /** Outline -> boundary id; place -> reference area id; cell -> cell id. */
  readonly boundaryOf: readonly number[];
  readonly referenceAreaOf: readonly number[];
  readonly cellOf: readonly number[];
  /** Indication -> its largest disc, metres of the national grid. */
  readonly discs: readonly Disc[];
}

/** Where each row of the store stands in the study. */
type Index<Key> = ReadonlyMap<Key, number>;

/**
 * Read the study from the store. Programmes stand by code, initiatives by id, outlines by initiative
 * and version, places by code.
 *
 * @param toMetres puts the centre of an indicative boundary on the grid of stored ground
 * @throws AppError store/empty where nothing is loaded, or nothing analysed
 */
export function loadStudy(db: Db, toMetres: Projector): LoadedStudy {
  const dataVersion = loadedVersion(db);
  const analysis = storedStudy(db, dataVersion);
  const sources = studySources(db);
  const rows = analysisTable(db)
    .cells(analysis.id)
    .filter(({ kind }) => kind === "cell");
  const programmes = programmeTable(db).all();
  const initiatives = initiativeTable(db).all();
  const programmeAt = indexBy(programmes, ({ code }) => code);
  const initiativeAt = indexBy(initiatives, ({ id }) => id);
  const placeAt = indexBy(sources.places, ({ id }) => id);
  const outlines = sources.outlines.map((row) => toOutline(row, initiativeAt));
  const cells = rows.map(
    toCell(
      indexBy(sources.outlines, ({ id }) => id),
      placeAt,
    ),
  );
  const missing = memberAreaTable(db).missing();
  const funders = readFunders(db, initiatives, programmes);
  const within = placesWithin(db, initiativeAt, placeAt, outlines, cells);
  const { indications, discs } = readIndications(db, analysis.id, rows, initiativeAt, toMetres);
  const study: Study = {
    dataVersion,
    layer: toLayer(sources.layer),
    programmes,
    funders: funders.names,
    initiatives: initiatives.map((row, index) => ({
      ...toInitiative(row, programmeAt),
      within: within.get(index) ?? [],
      missing: (missing.get(row.id) ?? []).map(({ name }) => name),
      funders: funders.of[index]!,
    })),
    outlines,
    indications,
    places: sources.places.map(({ place }) => place),
    cells,
    ruleChanges: ruleChangeTable(db)
      .all()
      .map((row) => toRuleChange(row, programmeAt)),
  };
  return {
    study,
    analysis: analysis.id,
    boundaryOf: sources.outlines.map(({ id }) => id),
    referenceAreaOf: sources.places.map(({ id }) => id),
    cellOf: rows.map(({ id }) => id),
    discs,
  };
}

/**
 * The stored analysis of the study under a data version.
 *
 * @throws AppError store/empty where there is none
 */
export function storedStudy(db: Db, dataVersion: string): StoredAnalysis {
  const analysis = analysisTable(db).find(studyKey(dataVersion));
  if (analysis) return analysis;
  throw new AppError(
    "store/empty",
    `The data in ${db.name} has not been analysed. Run "patchwork analyse".`,
    { path: db.name, dataVersion },
  );
}

function indexBy<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Index<Key> {
  return new Map(rows.map((row, index) => [key(row), index]));
}

const toOutline = (row: StoredBoundary, initiativeAt: Index<string>): Outline => ({
  initiative: initiativeAt.get(row.initiative_id ?? "")!,
  grade: row.grade,
  accuracy: row.accuracy_m === null ? undefined : metres(row.accuracy_m),
  from: row.valid_from ?? undefined,
  to: row.valid_to ?? undefined,
});

const toCell =
  (outlineAt: Index<number>, placeAt: Index<number>) =>
  ({ place, area, sources }: StoredCell): Cell => ({
    place: place === null ? -1 : placeAt.get(place)!,
    coveredBy: sources.map((boundary) => outlineAt.get(boundary)!).sort((a, b) => a - b),
    area: squareMetres(area),
  });

function toInitiative(
  row: StoredInitiative,
  programmeAt: Index<string>,
): Omit<Initiative, "within" | "missing" | "funders"> {
  return {
    id: row.id,
    programme: programmeAt.get(row.programme_code)!,
    name: row.name,
    round: row.round,
    start: row.start_date ?? undefined,
    end: row.end_date ?? undefined,
    budget: row.budget_gbp === null ? undefined : pounds(row.budget_gbp),
    accountableBody: row.accountable_body,
    confidence: row.evidence.confidence,
    point: row.lon === null || row.lat === null ? undefined : { lon: row.lon, lat: row.lat },
  };
}

const toLayer = ({ role, file, sha256, scheme, areas, ...layer }: StoredLayer): ReferenceLayer =>
  layer;

const toRuleChange = (row: StoredRuleChange, programmeAt: Index<string>): RuleChange => ({
  date: row.date,
  programme: programmeAt.get(row.programme_code)!,
  what: row.what,
  confidence: row.evidence.confidence,
});
