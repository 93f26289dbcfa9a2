import type { WorkloadName } from "../support/workloads.ts";
import type { EngineRun } from "./engine-run.ts";
import type { GeosMosaic } from "./geos-mosaic.ts";
import { WASM_WORKLOADS } from "./geos-workloads.ts";
import type { Duel, Measured } from "./measure.ts";
import { median } from "./statistics.ts";

/** A row of ENGINE.md's table of targets, or one without target beside it. */
export interface Target {
  readonly against: string;
  readonly first: string;
  readonly later: string;
  /** The ratio reached on a workload, or undefined where it is not measured. */
  readonly ratio: (measured: Measured) => number | undefined;
  /** Whether the other came to no result, so that the ratio is more than that. */
  readonly isMore?: (measured: Measured) => boolean;
  /** How well a ratio does: 0 misses, 1 reaches the first column, 2 the second. */
  readonly reached: (ratio: number, name: WorkloadName) => 0 | 1 | 2 | typeof NO_TARGET;
}

const NO_TARGET = undefined;
const MISALIGNED: readonly WorkloadName[] = ["layers", "three-layers"];

const atLeast =
  (first: number, later: (name: WorkloadName) => number) => (ratio: number, name: WorkloadName) =>
    ratio >= later(name) ? 2 : ratio >= first ? 1 : 0;

const atMost = (first: number, later: number) => (ratio: number) =>
  ratio <= later ? 2 : ratio <= first ? 1 : 0;

const speed = (duel: Duel | undefined) =>
  duel && median(duel.theirs.map((r) => r.seconds)) / median(duel.ours.map((r) => r.seconds));

const memory = (duel: Duel | undefined) =>
  duel && median(duel.ours.map((r) => r.peakBytes)) / median(duel.theirs.map((r) => r.peakBytes));

const nodingSeconds = ({ stages }: EngineRun) => stages.noding ?? Number.NaN;

const mosaicSeconds = ({ node, polygonize, label }: GeosMosaic) => node + polygonize + label;

export const TARGETS: readonly Target[] = [
  {
    against: "mapshaper `-mosaic`, whole process, setting (a)",
    first: "≥ 2",
    later: "≥ 4, ≥ 8 on misaligned layers",
    ratio: ({ csv }) => speed(csv),
    reached: atLeast(2, (name) => (MISALIGNED.includes(name) ? 8 : 4)),
  },
  {
    against: "the same, setting (b)",
    first: "≥ 1.5",
    later: "≥ 3",
    ratio: ({ geojson }) => speed(geojson),
    reached: atLeast(1.5, () => 3),
  },
  {
    against: "GEOS node + polygonize + label (geos-wasm), in process",
    first: "≥ 15",
    later: "≥ 40",
    ratio: ({ geos, engine }) => geos && mosaicSeconds(geos) / engine.seconds,
    reached: atLeast(15, () => 40),
  },
  {
    against: "the same with the system's GEOS",
    first: "≥ 15",
    later: "≥ 40",
    ratio: ({ systemGeos, engine }) =>
      systemGeos &&
      ("error" in systemGeos ? systemGeos.seconds : mosaicSeconds(systemGeos)) / engine.seconds,
    isMore: ({ systemGeos }) => systemGeos !== undefined && "error" in systemGeos,
    reached: (ratio, name) =>
      WASM_WORKLOADS.includes(name) ? NO_TARGET : atLeast(15, () => 40)(ratio, name),
  },
  {
    against: "@turf/turf pairwise, extrapolated, against partition and all pair areas",
    first: "≥ 1,000",
    later: "≥ 5,000",
    ratio: ({ turf, engine }) => turf.extrapolated / (engine.seconds + engine.pairs),
    reached: atLeast(1000, () => 5000),
  },
  {
    against: "one radix sort of the segments, in process",
    first: "≤ 6",
    later: "≤ 2",
    ratio: ({ engine, radix }) => engine.seconds / radix,
    reached: atMost(6, 2),
  },
  {
    against: "the same of the noded segments, which the cells are made of",
    first: "no target",
    later: "",
    ratio: ({ engine, radixNoded }) => engine.seconds / radixNoded,
    reached: () => NO_TARGET,
  },
  {
    against: "two threads against one, noding",
    first: "≥ 1.5",
    later: "≥ 1.8",
    ratio: ({ engine, onTwoThreads }) => nodingSeconds(engine) / nodingSeconds(onTwoThreads),
    reached: atLeast(1.5, () => 1.8),
  },
  {
    against: "one of the initiatives moved: share of the edges noded again",
    first: "< 1 %",
    later: "",
    ratio: ({ incremental }) => incremental && incremental.share * 100,
    reached: (percent) => (percent < 1 ? 1 : 0),
  },
  {
    against: "the same: noding and partition, time against from scratch",
    first: "≥ 20",
    later: "≥ 100",
    ratio: ({ incremental, engine }) =>
      incremental && engine.seconds / (incremental.replace + incremental.partition),
    reached: atLeast(20, () => 100),
  },
  {
    against: "peak memory against mapshaper's, setting (a)",
    first: "≤ 1.2",
    later: "≤ 0.5",
    ratio: ({ csv }) => memory(csv),
    reached: atMost(1.2, 0.5),
  },
];
