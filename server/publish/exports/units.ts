import type { Area } from "../../contract/page-question.ts";
import { AppError } from "../../core/errors.ts";
import type { Db } from "../../store/db.ts";
import { type ExportFormat, sizeOf, type Table } from "./export.ts";
import { FORMATS, formatNamed } from "./registry.ts";
import type { ExportUnit } from "./unit.ts";
import { cells } from "./units/cells.ts";
import { claims } from "./units/claims.ts";
import { contrast } from "./units/contrast.ts";
import { coterminosity } from "./units/coterminosity.ts";
import { figures } from "./units/figures.ts";
import { gaps } from "./units/gaps.ts";
import { initiatives } from "./units/initiatives.ts";
import { need, uncovered } from "./units/need.ts";
import { needPlaces, needRegions } from "./units/need-counts.ts";
import { pairs } from "./units/pairs.ts";
import { partners } from "./units/partners.ts";
import { places } from "./units/places.ts";
import { streams } from "./units/streams.ts";

/** Every unit that can be exported. */
export const UNITS: readonly ExportUnit[] = [
  cells,
  pairs,
  places,
  figures,
  initiatives,
  streams,
  claims,
  partners,
  coterminosity,
  gaps,
  need,
  uncovered,
  needRegions,
  needPlaces,
  contrast,
];

/** @throws AppError input/not-found */
export function unitNamed(id: string): ExportUnit {
  const unit = UNITS.find((known) => known.id === id);
  if (unit) return unit;
  const known = UNITS.map((one) => one.id);
  throw new AppError("input/not-found", `There is no export "${id}". Known: ${known.join(", ")}.`, {
    unit: id,
    known,
  });
}

/** The units that the loaded data can answer. */
export const answeredUnits = (db: Db): ExportUnit[] =>
  UNITS.filter(({ isAnswered }) => isAnswered?.(db) ?? true);

/** @throws AppError input/invalid where a unit is asked of an area and cannot be had of one */
export function expectArea({ id, takesArea }: ExportUnit, area: Area): void {
  if (takesArea || area.kind === "england") return;
  const able = UNITS.filter((unit) => unit.takesArea).map((unit) => unit.id);
  throw new AppError(
    "input/invalid",
    `The export of ${id} is of all of England; of one ${area.kind} there is ${able.join(", ")}.`,
    { unit: id, area: area.kind, able },
  );
}

/** The formats that a unit can be written in. */
export const formatsOf = ({ id, hasGround }: ExportUnit): readonly ExportFormat[] =>
  FORMATS.filter(
    ({ needsGround, units }) => (hasGround || !needsGround) && (units?.includes(id) ?? true),
  );

/**
 * Each format of a unit with the bytes of its file: written once and counted, so no estimate.
 *
 * @param whole every field of the unit
 * @param chosen the fields that are wanted
 */
export const sizesOf = (unit: ExportUnit, whole: Table, chosen: Table) =>
  formatsOf(unit).map((format) => ({
    format,
    // A calendar is made of columns that may not be left out.
    bytes: sizeOf(format.write(format.units ? whole : chosen)),
  }));

/** @throws AppError format/unknown, also for a map format of a unit that lies nowhere */
export function formatOfUnit(unit: ExportUnit, id: string): ExportFormat {
  const format = formatNamed(id);
  const known = formatsOf(unit);
  if (known.includes(format)) return format;
  const names = known.map((one) => one.id);
  const why = format.units
    ? `${format.title} is for ${format.units.join(" and ")} only`
    : `The export of ${unit.id} has no ground of its own, so it cannot be ${format.title}`;
  throw new AppError("format/unknown", `${why}. Use ${names.join(", ")}.`, {
    unit: unit.id,
    format: id,
    known: names,
  });
}
