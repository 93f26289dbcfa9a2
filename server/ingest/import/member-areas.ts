/** Areas that rows name, told among the loaded layers, and outlines composed of them. */
import type { CheckedFeature, Unmatched } from "../../core/check/model.ts";
import { AppError } from "../../core/errors.ts";
import { areaMatcher, type KnownArea, type Match } from "../../core/mapping/match-areas.ts";
import { compose } from "../../core/overlay/compose.ts";
import { boundaryTable } from "../../store/boundary.ts";
import type { Db } from "../../store/db.ts";
import { decodeShapes, STORE_GRID } from "../../store/geometry-codec.ts";
import { placeTable } from "../../store/place.ts";
import { referenceLayerTable, type StoredLayer } from "../../store/reference-layer.ts";
import { cellOf } from "./programme-rows.ts";

/** An area that a row names, and what it was told to be. */
export interface NamedArea {
  readonly feature: number;
  readonly wanted: string;
  readonly match: Match;
}

export interface MatchOptions {
  /** Only areas of this layer. */
  readonly areas?: string | undefined;
  /** Theirs -> code, as a person said. */
  readonly match: ReadonlyMap<string, string>;
}

/**
 * Tells every area that rows name: exact code, then exact name; `--match` says of others what they are.
 *
 * @throws AppError input/unknown-layer
 */
export const matchRows = (
  db: Db,
  rows: readonly CheckedFeature[],
  mapping: ReadonlyMap<string, string>,
  { areas: only, match }: MatchOptions,
): NamedArea[] => matchAmong(knownAreas(db, only), rows, mapping, match);

/** The same among given areas. */
export function matchAmong(
  known: readonly KnownArea[],
  rows: readonly CheckedFeature[],
  mapping: ReadonlyMap<string, string>,
  match: ReadonlyMap<string, string>,
): NamedArea[] {
  const named = rows.flatMap((row) =>
    wantedOf(row, mapping).map((wanted) => ({ feature: row.index, wanted })),
  );
  const said = (wanted: string) => match.get(wanted) ?? wanted;
  const told = areaMatcher(
    known,
    named.map(({ wanted }) => said(wanted)),
  );
  const seen = new Map<string, Match>();
  return named.map(({ feature, wanted }) => {
    const found = seen.get(wanted) ?? told(said(wanted));
    seen.set(wanted, found);
    return { feature, wanted, match: found };
  });
}

/** Codes may stand several in a cell, with any of `;`, `,` and `|` between them; names with `;`. */
function wantedOf(row: CheckedFeature, mapping: ReadonlyMap<string, string>): string[] {
  const split = (text: string, at: RegExp) =>
    text
      .split(at)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const codes = split(cellOf(row, mapping, "area_code"), /[;,|]/);
  return codes.length > 0 ? codes : split(cellOf(row, mapping, "area_name"), /;/);
}

/**
 * The areas of every loaded layer, or of one.
 *
 * @throws AppError input/unknown-layer
 */
export function knownAreas(db: Db, only: string | undefined): KnownArea[] {
  const table = referenceLayerTable(db);
  const layers = table.all();
  const chosen = layers.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0) {
    const ids = layers.map(({ id }) => id);
    throw new AppError(
      "input/unknown-layer",
      `There is no reference layer "${only}". Loaded: ${ids.join(", ")}.`,
      { layer: only, known: ids },
    );
  }
  return chosen.flatMap(({ id }) =>
    table.areasOf(id).map(({ code, name }) => ({ layer: id, code, name })),
  );
}

export const unmatchedOf = (named: readonly NamedArea[]): Unmatched[] =>
  named.flatMap(({ feature, wanted, match }) =>
    "area" in match
      ? []
      : [
          {
            feature,
            wanted,
            why: match.kind,
            suggestions: match.suggestions.map(({ code, name }) => `${name} (${code})`),
          },
        ],
  );

/** Ground united from areas of loaded layers. */
export interface ComposedGround {
  readonly shape: ReturnType<typeof compose>;
  readonly grade: "composed" | "generalised";
  readonly accuracy: number | undefined;
  /** `3 areas of Wards of England`. */
  readonly words: string;
}

/**
 * The union of areas. It is as good as the worst of them.
 *
 * @throws AppError certificate/failed
 */
export function composeAreas(db: Db, areas: readonly KnownArea[]): ComposedGround {
  const layers = new Map(
    referenceLayerTable(db)
      .all()
      .map((layer) => [layer.id, layer]),
  );
  const used = [...new Set(areas.map(({ layer }) => layer))].map((id) => layers.get(id)!);
  const boundaries = boundaryTable(db);
  const geometries = used.flatMap(({ id }) => {
    const codes = new Set(areas.filter(({ layer }) => layer === id).map(({ code }) => code));
    return placeTable(db)
      .ofLayer(id)
      .filter(({ place }) => codes.has(place.code))
      .map(({ boundary }) => boundaries.geometry(boundary)!);
  });
  const accuracies = used.flatMap(({ accuracy }) => (accuracy === undefined ? [] : [accuracy]));
  const words = used.map((layer) => {
    const count = areas.filter((area) => area.layer === layer.id).length;
    return `${count} ${count === 1 ? "area" : "areas"} of ${layer.title}`;
  });
  return {
    shape: compose(decodeShapes(geometries), STORE_GRID),
    grade: used.some(isGeneralised) ? "generalised" : "composed",
    accuracy: accuracies.length === 0 ? undefined : Math.max(...accuracies),
    words: words.join(" and "),
  };
}

const isGeneralised = ({ grade }: StoredLayer) => grade === "generalised";
