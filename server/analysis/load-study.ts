/** The study as the core sees it, read from the stored analysis. */
import { AppError } from "../core/errors.ts";
import type { Cell, Initiative, Outline, Study } from "../core/model.ts";
import { pounds, squareMetres } from "../core/units.ts";
import { analysisTable, type StoredCell } from "../store/analysis.ts";
import type { Db } from "../store/db.ts";
import { groupBy } from "../store/group-by.ts";
import { initiativeTable } from "../store/initiative.ts";
import { memberAreaTable } from "../store/member-area.ts";
import { programmeTable } from "../store/programme.ts";
import { ruleChangeTable } from "../store/rule-change.ts";
import { studyKey } from "./analyse-study.ts";
import { loadedVersion } from "./data-version.ts";
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
}

/**
 * @throws AppError store/empty where nothing is loaded, or nothing analysed
 */
export function loadStudy(db: Db): LoadedStudy {
  const dataVersion = loadedVersion(db);
  const table = analysisTable(db);
  const analysis = table.find(studyKey(dataVersion));
  if (!analysis) {
    throw new AppError(
      "store/empty",
      `The data in ${db.name} has not been analysed. Run "patchwork analyse".`,
      { path: db.name, dataVersion },
    );
  }
  const { layer, outlines, places } = studySources(db);
  const programmes = programmeTable(db).all();
  const stored = initiativeTable(db).all();
  const initiativeAt = indexBy(stored, ({ id }) => id);
  const rows = table.cells(analysis.id).filter(({ kind }) => kind === "cell");
  const cells = rows.map(
    toCell(
      indexBy(outlines, ({ id }) => id),
      indexBy(places, ({ id }) => id),
    ),
  );
  const drawn: Outline[] = outlines.map((row) => ({
    initiative: initiativeAt.get(row.initiative_id ?? "")!,
    grade: row.grade,
    from: row.valid_from ?? undefined,
    to: row.valid_to ?? undefined,
  }));
  const programmeAt = indexBy(programmes, ({ code }) => code);
  const within = placesWithin(db, places, initiativeAt, drawn, cells);
  const missing = memberAreaTable(db).missing();
  const initiatives = stored.map((row, index): Initiative => {
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
      within: within.get(index) ?? [],
      missing: (missing.get(row.id) ?? []).map(({ name }) => name),
    };
  });
  const study: Study = {
    dataVersion,
    layer: {
      id: layer.id,
      title: layer.title,
      vintage: layer.vintage,
      grade: layer.grade,
      accuracy: layer.accuracy,
      attribution: layer.attribution,
      licence: layer.licence,
    },
    programmes,
    initiatives,
    outlines: drawn,
    places: places.map(({ place }) => place),
    cells,
    ruleChanges: ruleChangeTable(db)
      .all()
      .map(({ date, programme_code, what, evidence }) => ({
        date,
        programme: programmeAt.get(programme_code)!,
        what,
        confidence: evidence.confidence,
      })),
  };
  return {
    study,
    analysis: analysis.id,
    boundaryOf: outlines.map(({ id }) => id),
    referenceAreaOf: places.map(({ id }) => id),
    cellOf: rows.map(({ id }) => id),
  };
}

function indexBy<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, number> {
  return new Map(rows.map((row, index) => [key(row), index]));
}

const toCell =
  (outlineAt: ReadonlyMap<number, number>, placeAt: ReadonlyMap<number, number>) =>
  ({ place, area, sources }: StoredCell): Cell => ({
    place: place === null ? -1 : placeAt.get(place)!,
    coveredBy: sources.map((boundary) => outlineAt.get(boundary)!).sort((a, b) => a - b),
    area: squareMetres(area),
  });

/** Initiative -> places that hold a member district of it and share no ground with its outlines. */
function placesWithin(
  db: Db,
  places: readonly { readonly id: number }[],
  initiativeAt: ReadonlyMap<string, number>,
  outlines: readonly Outline[],
  cells: readonly Cell[],
): Map<number, number[]> {
  const touched = new Set<string>();
  for (const { place, coveredBy } of cells) {
    for (const outline of coveredBy) touched.add(`${outlines[outline]!.initiative}:${place}`);
  }
  const placeAt = indexBy(places, ({ id }) => id);
  const members = memberAreaTable(db)
    .places()
    .map((row) => ({
      initiative: initiativeAt.get(row.initiative_id)!,
      place: placeAt.get(row.reference_area_id)!,
    }))
    .filter(({ initiative, place }) => !touched.has(`${initiative}:${place}`));
  const groups = groupBy(members, ({ initiative }) => initiative);
  return new Map(
    [...groups].map(([initiative, rows]) => [
      initiative,
      [...new Set(rows.map(({ place }) => place))].sort((a, b) => a - b),
    ]),
  );
}
