/** `import --reference`: a file of areas as a reference layer. */
import { basename } from "node:path";
import type { CheckedFeature } from "../../core/check/model.ts";
import type { Proposal } from "../../core/check/propose.ts";
import { shapesOfEach } from "../../core/check/rings-of.ts";
import { AppError } from "../../core/errors.ts";
import { AREA_FIELDS } from "../../core/mapping/fields.ts";
import { polygonsByShape } from "../../store/geometry-codec.ts";
import { groupBy } from "../../store/group-by.ts";
import type { LayerState } from "../../store/items/layer-item.ts";
import type { ItemState } from "../../store/record-version.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { checkFile } from "../check/check-file.ts";
import { linesOfLayers } from "../check/reference-lines.ts";
import type { LayerRecipe } from "../load-known-layers.ts";
import { buildLayer, factsOf, type LoadedLayer } from "../load-reference.ts";
import { expectDecided } from "./decided.ts";
import { drawingsOf } from "./drawings-of.ts";
import { drawnOf, outlineOf } from "./outlines.ts";
import type { Accepted, ImportContext, KeepGeometry, PreparedImport } from "./prepared-import.ts";
import { cellOf } from "./programme-rows.ts";

export interface ReferenceOptions {
  /** Id of the layer, new or there already. */
  readonly reference: string;
  readonly title?: string | undefined;
  readonly vintage?: string | undefined;
  readonly attribution?: string | undefined;
  readonly grade: "surveyed" | "composed" | "generalised";
  readonly accuracy: number | undefined;
  /** Which codes its areas have, as sets of weights name them. */
  readonly scheme?: string | undefined;
  /** Records that are damaged are left out, instead of refusing the file. */
  readonly leaveOut: boolean;
}

/**
 * Reads a file of areas as a reference layer; features with one code are one area.
 *
 * @throws AppError of the file's reader; file/empty without an outline, input/invalid for the layer of
 *   places or a name that is none
 */
export async function prepareReference(
  context: ImportContext,
  path: string,
  options: ReferenceOptions,
): Promise<PreparedImport> {
  const recipe = recipeOf(context, path, options);
  const { read, checked, report } = await checkFile(path, {
    ...context.reading,
    fields: AREA_FIELDS,
    forStore: true,
    // The same layer as it stands, where there is one: a new vintage hardly moves all its lines.
    reference: linesOfLayers(context.db, options.reference),
  });
  expectDecided(report, [
    "rows-differ",
    ...(options.leaveOut ? [] : (["damaged-record", "bad-coordinate"] as const)),
  ]);
  const drawn = read.subject.features.filter(({ shapes }) => shapes.polygonShape.length > 0);
  if (drawn.length === 0) {
    throw new AppError("file/empty", `${basename(path)} holds no outline in Great Britain.`, {
      file: path,
    });
  }
  const groups = [...groupBy(drawn, ({ id }) => id)].sort(([a], [b]) => (a < b ? -1 : 1));
  const proposals = groupBy(checked.proposals, ({ feature }) => feature);
  const left = read.subject.features.length - drawn.length;
  const layerOf = (accepted: Accepted) =>
    buildLayer({ path, recipe }, factsIn(context, recipe, groups, read.mapping), {
      codes: groups.map(([code]) => code),
      properties: groups.map(([, own]) => own[0]!.properties),
      shapes: shapesOfEach(groups.map(([, own]) => outlineOf(own, proposals, accepted))),
      toLonLat: read.crs.toLonLat,
      sha256: read.file.sha256,
    });
  return {
    file: basename(path),
    sha256: read.file.sha256,
    report,
    drawn: drawnOf(read.subject.features, proposals),
    what: `${groups.length} areas of ${options.reference}`,
    states: (keep, accepted) => [
      stateOf(layerOf(accepted), soundOf(groups, proposals), keep, context),
    ],
    warnings:
      left === 0
        ? []
        : [`${left} ${left === 1 ? "feature has" : "features have"} no outline and were left out.`],
  };
}

function recipeOf(
  { db, provenance }: ImportContext,
  path: string,
  options: ReferenceOptions,
): LayerRecipe {
  const { reference: id, title, vintage, attribution, grade, accuracy, scheme } = options;
  const before = referenceLayerTable(db)
    .all()
    .find((layer) => layer.id === id);
  if (before?.role === "places") {
    throw new AppError(
      "input/invalid",
      `${id} is the layer of places, on which initiatives are drawn: "patchwork load --boundaries" ` +
        "replaces it. Import under another name to look at it beside the places.",
      { layer: id },
    );
  }
  if (!/^[a-z0-9_-]+$/.test(id)) {
    throw new AppError(
      "input/invalid",
      `"${id}" is no name for a layer. Use small letters, digits, _ and -.`,
      { layer: id },
    );
  }
  return {
    id,
    title: title ?? before?.title ?? id,
    vintage: vintage ?? before?.vintage ?? "not stated",
    grade,
    accuracy,
    attribution: attribution ?? (provenance.source || before?.attribution || basename(path)),
    licence: provenance.licence || (before?.licence ?? ""),
    role: "reference",
    code: "code",
    name: "name",
    scheme: scheme ?? before?.scheme ?? "",
    districts: undefined,
    country: "",
  };
}

/** Names come from the mapped column; the districts that an area stands for stay as they were. */
function factsIn(
  { db }: ImportContext,
  recipe: LayerRecipe,
  groups: readonly (readonly [string, readonly CheckedFeature[]])[],
  mapping: ReadonlyMap<string, string>,
) {
  const before = new Map(
    referenceLayerTable(db)
      .areasOf(recipe.id)
      .map((area) => [area.code, area]),
  );
  const named = new Map(groups.map(([code, own]) => [code, cellOf(own[0]!, mapping, "name")]));
  const plain = factsOf(recipe, new Map());
  return (code: string) => {
    const was = before.get(code);
    const facts = plain(code, { name: named.get(code) });
    return {
      ...facts,
      region: was?.region ?? facts.region,
      country: was?.country || facts.country,
      districts: was?.districts ?? [],
    };
  };
}

/** Areas of one feature with nothing to repair: their rings state their ground. */
const soundOf = (
  groups: readonly (readonly [string, readonly CheckedFeature[]])[],
  proposals: ReadonlyMap<number, readonly Proposal[]>,
) => groups.map(([, own]) => own.length === 1 && !proposals.has(own[0]!.index));

function stateOf(
  { layer, areas, shapes }: LoadedLayer,
  sound: readonly boolean[],
  keep: KeepGeometry,
  { provenance }: ImportContext,
): ItemState {
  const polygons = polygonsByShape(shapes);
  const drawings = drawingsOf(shapes, polygons, sound, keep);
  const { id, accuracy, ...rest } = layer;
  const state = {
    layer: { ...rest, accuracy },
    areas: areas.map(({ layer_id, ...area }, i) => ({
      ...area,
      boundaries: [
        {
          version: 1,
          grade: layer.grade,
          ...(accuracy === undefined ? {} : { accuracy }),
          definition: layer.title,
          ...(drawings[i] ? { drawn: drawings[i] } : {}),
          evidence: {
            confidence: "sourced",
            source: layer.attribution,
            notes: "",
            dateRead: provenance.dateRead,
          },
        },
      ],
    })),
  } satisfies LayerState;
  return { kind: "layer", item: id, state };
}
