/** What was found in a file, as the report that is printed, stored and served. */
import { basename } from "node:path";
import type { CheckReport } from "../../contract/check-report.ts";
import { printedArea } from "../../contract/printed-area.ts";
import type { Checked, Found } from "../../core/check/check-features.ts";
import type { CheckedFeature, Finding } from "../../core/check/model.ts";
import type { Proposal } from "../../core/check/propose.ts";
import { REPAIRS } from "../../core/check/repairs/registry.ts";
import { polygonsOf, statedArea } from "../../core/check/rings-of.ts";
import type { Grid } from "../../core/overlay/model.ts";
import { groupBy } from "../../store/group-by.ts";
import type { ReadSubject } from "./read-subject.ts";

/** An outline that repair changes by more than this share is listed with its cause. */
export const LARGER_SHARE = 0.0001;

const CRS_KNOWN = {
  option: "as given with --crs",
  file: "the file states it",
  range: "from the range of the coordinates, which are degrees",
} as const;

const CRS_SURE = {
  option: "As sure as whoever gave it.",
  file: "Sure.",
  range: "Likely, and not stated: look at a place or two on a map.",
} as const;

/** An old datum, which its note says more of. */
const METRES_OFF = "Sure, but its datum is only known to some metres.";

/** What a report is made of, whether of a file of outlines or of a table. */
export interface Reported
  extends Pick<ReadSubject, "subject" | "columns" | "suggestions" | "mapping"> {
  readonly file: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly format: string;
  readonly vertices: number;
  /** What holds for the file as a whole, in sentences. */
  readonly notes: readonly string[];
  /** `undefined` for a table, which has no coordinates. */
  readonly ground:
    | {
        readonly crs: string;
        readonly known: string;
        readonly sure: string;
        readonly grid: Grid;
        readonly toLonLat: (xy: Float64Array) => void;
      }
    | undefined;
}

/** A file of outlines as a report is made of it. */
export const reportedFile = (read: ReadSubject): Reported => ({
  ...read,
  file: basename(read.file.path),
  sha256: read.file.sha256,
  vertices: read.file.features.reduce((sum, { xy }) => sum + xy.length / 2, 0),
  notes: read.file.notes.map(({ message }) => message),
  ground: {
    crs: read.file.crs.printed,
    known: CRS_KNOWN[read.file.crsBasis],
    sure: read.file.crs.doubt === undefined ? CRS_SURE[read.file.crsBasis] : METRES_OFF,
    grid: read.grid,
    toLonLat: read.crs.toLonLat,
  },
});

/** The report of a file that was read and checked. Places are in degrees of WGS 84. */
export function makeReport(read: Reported, { found, proposals }: Checked): CheckReport {
  const { subject, ground } = read;
  const byFeature = groupBy(proposals, ({ feature }) => feature);
  return {
    file: read.file,
    sha256: `sha256:${read.sha256}`,
    format: read.format,
    crs: ground?.crs ?? null,
    crs_known: ground?.known ?? null,
    crs_sure: ground?.sure ?? null,
    checked_on: subject.today,
    features: subject.features.length,
    vertices: read.vertices,
    notes: [...read.notes],
    fields: fieldsOf(read),
    problems: found.map((kind) => problemOf(read, kind, proposals)),
    proposals: proposals.map((proposal) => proposalOf(subject.features, proposal)),
    repair: repairOf(read, byFeature, found),
  };
}

const EXAMPLE_LENGTH = 60;

function fieldsOf({ columns, suggestions, mapping, subject }: Reported): CheckReport["fields"] {
  const held = new Map([...mapping].map(([field, column]) => [column, field]));
  return columns.map((column) => {
    const filled = subject.features
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
  { subject, ground }: Reported,
  { problem, findings }: Found,
  proposals: readonly Proposal[],
): CheckReport["problems"][number] {
  const features = new Set(findings.map(({ feature }) => feature)).size;
  const places = placesOf(findings, ground);
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
    whole: problem.whole ?? false,
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
        lon: places[i]?.[0] ?? null,
        lat: places[i]?.[1] ?? null,
        size: finding.size === undefined ? null : printedArea(finding.size),
        field: finding.field ?? null,
        value: finding.value ?? null,
      };
    }),
  };
}

/** Longitude and latitude of each finding that has a place. */
function placesOf(findings: readonly Finding[], ground: Reported["ground"]) {
  const placed = findings.filter(({ at }) => at !== undefined);
  if (ground === undefined || placed.length === 0) return findings.map(() => undefined);
  const { grid, toLonLat } = ground;
  const points = Float64Array.from(
    placed.flatMap(({ at }) => [
      at![0] * grid.step + grid.originX,
      at![1] * grid.step + grid.originY,
    ]),
  );
  toLonLat(points);
  let next = 0;
  return findings.map(({ at }) => {
    if (at === undefined) return undefined;
    const place = [points[2 * next]!, points[2 * next + 1]!].map(toSevenDecimals);
    next++;
    return place;
  });
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
  { subject }: Reported,
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
