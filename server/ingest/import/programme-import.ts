/** `import --programme` of outlines: features with one id are one initiative. */
import { basename } from "node:path";
import type { CheckedFeature } from "../../core/check/model.ts";
import type { Proposal } from "../../core/check/propose.ts";
import { AppError } from "../../core/errors.ts";
import { INITIATIVE_FIELDS } from "../../core/mapping/fields.ts";
import { OUTLINE_GRADES } from "../../core/model.ts";
import type { Db } from "../../store/db.ts";
import { groupBy } from "../../store/group-by.ts";
import { initiativeItem } from "../../store/items/initiative-item.ts";
import type { KeptBoundary } from "../../store/items/kept-boundary.ts";
import type { ItemState } from "../../store/record-version.ts";
import { checkFile } from "../check/check-file.ts";
import { linesOfLayers } from "../check/reference-lines.ts";
import { boundarySpans, rowOfAll } from "./boundary-spans.ts";
import { BLOCKING, expectDecided, expectOwn } from "./decided.ts";
import { initiativeIds } from "./initiative-ids.ts";
import { drawnOf, keptDrawing, outlineOf, repairWords } from "./outlines.ts";
import { districtsAt } from "./place-of-point.ts";
import type { Accepted, ImportContext, KeepGeometry, PreparedImport } from "./prepared-import.ts";
import { programmeStates } from "./programme-option.ts";
import { cellOf, initiativeOf } from "./programme-rows.ts";

export interface ProgrammeOptions {
  readonly programme: string;
  /** Name, category and department of a programme that is not there yet. */
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly department?: string | undefined;
  readonly grade: "surveyed" | "generalised";
  /** Metres by which the lines may be off; `undefined` is not known. */
  readonly accuracy: number | undefined;
  /** Damaged records, and outlines elsewhere, are left out instead of refusing the file. */
  readonly leaveOut: boolean;
}

/**
 * Reads a file of outlines as initiatives of a programme.
 *
 * @throws AppError of the file's reader; import/undecided, input/unknown-programme, input/unknown-category
 */
export async function prepareProgramme(
  context: ImportContext,
  path: string,
  options: ProgrammeOptions,
): Promise<PreparedImport> {
  const { db } = context;
  const programmes = programmeStates(context, options);
  const { read, checked, report } = await checkFile(path, {
    ...context.reading,
    fields: INITIATIVE_FIELDS,
    forStore: true,
    reference: linesOfLayers(db),
  });
  expectDecided(report, [...BLOCKING, ...(options.leaveOut ? [] : LEFT_OUT)]);
  const features = read.subject.features.filter((feature) => !isLost(feature));
  if (features.length === 0) throw noneLeft(path);
  const ids = initiativeIds(db, features, read.mapping, options.programme);
  expectOwn(db, ids, options.programme);
  const idOf = new Map(features.map(({ index }, i) => [index, ids[i]!]));
  const groups = [...groupBy(features, ({ index }) => idOf.get(index)!)];
  const proposals = groupBy(checked.proposals, ({ feature }) => feature);
  const drawing = { context, options, file: basename(path), mapping: read.mapping, proposals };
  return {
    file: basename(path),
    sha256: read.file.sha256,
    report,
    drawn: drawnOf(read.subject.features, proposals),
    what: `${groups.length} ${groups.length === 1 ? "initiative" : "initiatives"} of ${options.programme}`,
    states: (keep, accepted) => [
      ...programmes,
      ...groups.map(([id, own]) => initiativeState(drawing, id, own, keep, accepted)),
    ],
    warnings: [...lostRecords(read.subject.features), ...leftOut(features)],
  };
}

/** What costs a feature its outline, and is accepted only when a person says so. */
const LEFT_OUT = ["damaged-record", "bad-coordinate", "outside-country"] as const;

/** Of a damaged record nothing may be left: neither an outline nor a cell. */
const isLost = ({ met, shapes, properties }: CheckedFeature) =>
  met.some(({ code }) => code === "record/damaged") &&
  shapes.polygonShape.length === 0 &&
  Object.values(properties).every((value) => value === null || value === "");

function lostRecords(features: readonly CheckedFeature[]): string[] {
  const lost = features.filter(isLost).length;
  if (lost === 0) return [];
  return [`${lost} ${lost === 1 ? "record is" : "records are"} damaged and left out.`];
}

const noneLeft = (path: string) =>
  new AppError("file/empty", `${basename(path)} holds no record that can be read.`, { file: path });

interface Drawing {
  readonly context: ImportContext;
  readonly options: ProgrammeOptions;
  readonly file: string;
  readonly mapping: ReadonlyMap<string, string>;
  readonly proposals: ReadonlyMap<number, readonly Proposal[]>;
}

function initiativeState(
  { context, options, file, mapping, proposals }: Drawing,
  id: string,
  features: readonly CheckedFeature[],
  keep: KeepGeometry,
  accepted: Accepted,
): ItemState {
  const { db, provenance } = context;
  const before = initiativeItem.read(db, id);
  const first = rowOfAll(features);
  const said = { programme: options.programme, before: before?.initiative, provenance };
  const row = initiativeOf(first, mapping, said);
  const point = features.find((feature) => feature.point !== undefined)?.point;
  const boundaries = boundarySpans(features, mapping).map(({ dates, rows }, i): KeptBoundary => {
    const sound = rows.length === 1 && !proposals.has(rows[0]!.index);
    const drawn = keptDrawing(outlineOf(rows, proposals, accepted), keep, sound);
    const made = repairWords(rows, proposals, accepted);
    return {
      version: i + 1,
      ...dates,
      grade: drawn ? (gradeIn(rowOfAll(rows), mapping) ?? options.grade) : "located",
      ...(drawn && options.accuracy !== undefined ? { accuracy: options.accuracy } : {}),
      definition: drawn
        ? `as drawn in ${file}${made === "" ? "" : `, repaired: ${made}`}`
        : "the outline is not known",
      ...(drawn ? { drawn } : {}),
      evidence: row.evidence,
    };
  });
  const drawn = boundaries.some((boundary) => boundary.drawn !== undefined);
  const initiative = point ? { ...row, lon: point[0], lat: point[1] } : row;
  const state = {
    initiative,
    members: before?.members ?? (drawn ? [] : membersAt(db, initiative)),
    composedOf: [],
    missing: [],
    // What is drawn stays where the file has only a point or nothing.
    boundaries: drawn || !before ? boundaries : before.boundaries,
  };
  return { kind: "initiative", item: id, state };
}

/** The grade that the file itself gives an outline. */
function gradeIn(feature: CheckedFeature, mapping: ReadonlyMap<string, string>) {
  const stated = cellOf(feature, mapping, "grade");
  return OUTLINE_GRADES.find((grade) => grade === stated);
}

const membersAt = (
  db: Db,
  { lon, lat }: { readonly lon: number | null; readonly lat: number | null },
) => (lon === null || lat === null ? [] : districtsAt(db, lon, lat));

function leftOut(features: readonly CheckedFeature[]): string[] {
  const without = features.filter(({ shapes }) => shapes.polygonShape.length === 0);
  if (without.length === 0) return [];
  const named = without.slice(0, 10).map(({ id }) => id);
  return [
    `Without an outline, and so located only: ${named.join(", ")}${without.length > 10 ? " …" : ""}.`,
  ];
}
