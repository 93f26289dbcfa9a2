/** Which areas make up which initiative's outline, decided before any geometry is touched. */
import type { Evidence, Grade } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Indication } from "../store/boundary.ts";
import { groupBy } from "../store/group-by.ts";
import type { DistrictScheme } from "../store/member-area.ts";
import { evidenceOf } from "./registry/evidence-of.ts";
import { districtKey, type Registry } from "./registry/read-registry.ts";
import { memberName } from "./registry/store-registry.ts";
import type { InitiativeLine } from "./registry/tables.ts";

/** An area that outlines may be made of, and the districts it stands for. */
export interface BuildingArea {
  readonly name: string;
  readonly grade: Grade;
  readonly accuracy: number | undefined;
  readonly districts: readonly { readonly scheme: DistrictScheme; readonly code: string }[];
}

/** One version of an initiative's boundary. */
export interface BoundaryPlan {
  readonly initiative: string;
  readonly version: number;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly grade: Grade;
  readonly accuracy: number | undefined;
  readonly definition: string;
  /** Indices of the areas whose union is the outline; empty where nothing is drawn. */
  readonly areas: readonly number[];
  readonly indication: Indication | undefined;
  readonly evidence: Evidence;
}

export interface OutlinePlan {
  readonly boundaries: readonly BoundaryPlan[];
  /** Initiative -> names of members that no area can draw. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/**
 * Decide every version of every initiative's boundary.
 *
 * An area enters an outline when every district it stands for is a member. England goes by the
 * districts before 2009, the rest of Britain by those of 2013. Only a `la_set` is composed, and only
 * for the spans in which its ground was its whole districts.
 */
export function planOutlines(registry: Registry, areas: readonly BuildingArea[]): OutlinePlan {
  const versions = groupBy(registry.boundaryVersions, (row) => row.initiative_id);
  const indications = groupBy(registry.indications, (row) => row.initiative_id);
  const boundaries: BoundaryPlan[] = [];
  const missing = new Map<string, string[]>();
  for (const row of registry.initiatives) {
    const drawn = drawMembers(registry, row, areas);
    const spans = versions.get(row.id) ?? [wholeLife(row)];
    spans.forEach((span, index) => {
      const indication = indications.get(row.id)?.[index];
      boundaries.push({
        initiative: row.id,
        version: index + 1,
        from: span.valid_from ?? undefined,
        to: span.valid_to ?? undefined,
        definition: span.definition,
        ...drawing(span.grade === "composed" ? drawn.areas : [], areas),
        ...(indication && { grade: "indicative" as const, indication }),
        evidence: evidenceOf(span),
      });
    });
    const composed = spans.some(({ grade }) => grade === "composed");
    if (composed && drawn.missing.length > 0) missing.set(row.id, drawn.missing);
  }
  return { boundaries, missing };
}

/** What the ground is, where the registry gives no dated versions of it. */
const DEFINITIONS = {
  la_set: "whole districts",
  neighbourhood: "part of its districts; the outline is not known",
  schools: "groups of schools; the outline is not known",
} as const;

function wholeLife(row: InitiativeLine) {
  return {
    valid_from: null,
    valid_to: null,
    grade: row.area_definition === "la_set" ? "composed" : "located",
    definition: DEFINITIONS[row.area_definition],
    confidence: row.confidence,
    source: row.source,
    notes: row.notes,
  };
}

function drawMembers(registry: Registry, row: InitiativeLine, areas: readonly BuildingArea[]) {
  const scheme: DistrictScheme = row.member_lad04_codes.length > 0 ? "lad04" : "lad13";
  const codes = scheme === "lad04" ? row.member_lad04_codes : row.member_lad_codes;
  const members = new Set(codes.map((code) => districtKey(scheme, code)));
  const keys = (area: BuildingArea) => area.districts.map((d) => districtKey(d.scheme, d.code));
  const inside = areas.flatMap((area, index) => {
    const stands = keys(area);
    return stands.length > 0 && stands.every((key) => members.has(key)) ? [index] : [];
  });
  const covered = new Set(inside.flatMap((index) => keys(areas[index]!)));
  const missing = codes
    .filter((code) => !covered.has(districtKey(scheme, code)))
    .map((code) => memberName(registry, row, scheme, code));
  return { areas: inside, missing };
}

/** An outline is as good as the worst of its areas. */
function drawing(members: readonly number[], areas: readonly BuildingArea[]) {
  const used = members.map((index) => areas[index]!);
  const accuracies = used.flatMap(({ accuracy }) => (accuracy === undefined ? [] : [accuracy]));
  const coarse = used.some(({ grade }) => grade === "generalised");
  const grade: Grade = used.length === 0 ? "located" : coarse ? "generalised" : "composed";
  return {
    areas: members,
    grade,
    accuracy: accuracies.length > 0 ? Math.max(...accuracies) : undefined,
    indication: undefined,
  };
}
