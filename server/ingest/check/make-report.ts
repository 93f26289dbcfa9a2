/** What was found in a file, as the report that is printed, stored and served. */
import { basename } from "node:path";
import type { CheckReport } from "../../contract/check-report.ts";
import { printedArea } from "../../contract/printed-area.ts";
import type { Checked, Found } from "../../core/check/check-features.ts";
import type { CheckedFeature } from "../../core/check/model.ts";
import type { Proposal } from "../../core/check/propose.ts";
import { REPAIRS } from "../../core/check/repairs/registry.ts";
import { polygonsOf, statedArea } from "../../core/check/rings-of.ts";
import { groupBy } from "../../store/group-by.ts";
import type { ReadSubject } from "./read-subject.ts";

/** An outline that repair changes by more than this share is listed with its cause. */
export const LARGER_SHARE = 0.0001;

const CRS_KNOWN = {
  option: "as given with --crs",
  file: "the file states it",
  range: "from the range of the coordinates, which are degrees",
} as const;

/** The report of a file that was read and checked. Places are in degrees of WGS 84. */
export function makeReport(read: ReadSubject, { found, proposals }: Checked): CheckReport {
  const { subject, file } = read;
  const byFeature = groupBy(proposals, ({ feature }) => feature);
  return {
    file: basename(file.path),
    sha256: `sha256:${file.sha256}`,
    format: read.format,
    crs: file.crs.printed,
    crs_known: CRS_KNOWN[file.crsBasis],
    checked_on: subject.today,
    features: subject.features.length,
    vertices: file.features.reduce((sum, { xy }) => sum + xy.length / 2, 0),
    fields: fieldsOf(read),
    problems: found.map((kind) => problemOf(read, kind, proposals)),
    proposals: proposals.map((proposal) => proposalOf(subject.features, proposal)),
    repair: repairOf(read, byFeature, found),
  };
}

const EXAMPLE_LENGTH = 60;

function fieldsOf({ columns, suggestions, mapping, file }: ReadSubject): CheckReport["fields"] {
  const held = new Map([...mapping].map(([field, column]) => [column, field]));
  return columns.map((column) => {
    const filled = file.features
      .map(({ properties }) => properties[column])
      .filter((value) => value !== undefined && value !== null && value !== "");
    const holds = held.get(column) ?? null;
    const suggestion = suggestions.find((one) => one.column === column && one.field === holds);
    return {
      column,
      filled: filled.length,
      example: filled.length === 0 ? null : String(filled[0]).slice(0, EXAMPLE_LENGTH),
      holds,
      confidence: holds === null ? null : (suggestion?.confidence ?? 1),
    };
  });
}

function problemOf(
  { subject, grid, crs }: ReadSubject,
  { problem, findings }: Found,
  proposals: readonly Proposal[],
): CheckReport["problems"][number] {
  const features = new Set(findings.map(({ feature }) => feature)).size;
  const points = new Float64Array(findings.length * 2);
  findings.forEach(({ at }, i) => {
    if (at) points.set([at[0] * grid.step + grid.originX, at[1] * grid.step + grid.originY], 2 * i);
  });
  const placed = findings.some(({ at }) => at !== undefined);
  if (placed) {
    // A finding without a place borrows another's point, so that none lies off the sheet.
    const first = findings.findIndex(({ at }) => at !== undefined);
    findings.forEach(({ at }, i) => {
      if (!at) points.copyWithin(2 * i, 2 * first, 2 * first + 2);
    });
    crs.toLonLat(points);
  }
  const own = proposals.filter(({ problems }) => problems.includes(problem.id));
  const title = REPAIRS.find(({ id }) => id === problem.repair)?.title ?? null;
  return {
    problem: problem.id,
    standing: problem.standing,
    sentence: problem.sentence(features),
    advice: problem.advice,
    repair: problem.repair ?? null,
    repair_title: title,
    unit: problem.unit ?? null,
    features,
    places: findings.length,
    area_change_m2: own.length === 0 ? null : printedArea(sum(own.map(changeOf))),
    findings: findings.map((finding, i) => {
      const { id, name } = subject.features[finding.feature]!;
      return {
        feature: finding.feature + 1,
        id,
        name,
        ring: finding.ring === undefined ? null : finding.ring + 1,
        lon: finding.at ? toSevenDecimals(points[2 * i]!) : null,
        lat: finding.at ? toSevenDecimals(points[2 * i + 1]!) : null,
        size: finding.size === undefined ? null : printedArea(finding.size),
        field: finding.field ?? null,
        value: finding.value ?? null,
      };
    }),
  };
}

const changeOf = ({ before, after }: Proposal) => after - before;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const toSevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

function proposalOf(
  features: readonly CheckedFeature[],
  proposal: Proposal,
): CheckReport["proposals"][number] {
  const { id, name } = features[proposal.feature]!;
  return {
    id: proposal.id,
    feature: proposal.feature + 1,
    feature_id: id,
    name,
    repair: proposal.repair,
    title: REPAIRS.find((repair) => repair.id === proposal.repair)!.title,
    problems: [...proposal.problems],
    before_m2: printedArea(proposal.before),
    after_m2: printedArea(proposal.after),
    area_change_m2: printedArea(changeOf(proposal)),
  };
}

function repairOf(
  { subject }: ReadSubject,
  byFeature: ReadonlyMap<number, readonly Proposal[]>,
  found: readonly Found[],
): CheckReport["repair"] {
  const before = sum(
    subject.features.map(({ shapes }) => statedArea(polygonsOf(shapes)) * subject.step ** 2),
  );
  const changes = [...byFeature].map(([feature, own]) => {
    const first = own[0]!.before;
    const change = sum(own.map(changeOf));
    return { feature, own, before: first, change, share: first === 0 ? 0 : change / first };
  });
  const change = sum(changes.map((one) => one.change));
  return {
    features: byFeature.size,
    before_m2: printedArea(before),
    after_m2: printedArea(before + change),
    area_change_m2: printedArea(change),
    share: before === 0 ? 0 : change / before,
    larger: changes
      .filter(({ share }) => Math.abs(share) > LARGER_SHARE)
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
      .map(({ feature, own, ...one }) => {
        const { id, name } = subject.features[feature]!;
        return {
          feature: feature + 1,
          id,
          name,
          before_m2: printedArea(one.before),
          area_change_m2: printedArea(one.change),
          share: one.share,
          cause: causeOf(own, found),
        };
      }),
  };
}

/** The problem behind the repair that changes most. */
function causeOf(own: readonly Proposal[], found: readonly Found[]): string {
  const main = [...own].sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)))[0]!;
  const words = main.problems.map((id) => {
    const kind = found.find(({ problem }) => problem.id === id)!;
    const here = kind.findings.filter(({ feature }) => feature === main.feature).length;
    const places = here === 1 ? "in 1 place" : `in ${here} places`;
    return `${kind.problem.sentence(1).replace(/^1 outline/, "the outline")}, ${places}`;
  });
  return words.join("; ");
}
