import type { WorkloadName } from "../support/workloads.ts";
import type { Way } from "./system-geos.ts";

/**
 * Two gigabytes of WebAssembly hold no more than these. On them ENGINE.md's target is against
 * geos-wasm, on the others against the system's GEOS.
 */
export const WASM_WORKLOADS: readonly WorkloadName[] = [
  "layers",
  "three-layers",
  "initiatives-2000",
];

/** Where sources share most of their lines, the system's GEOS is faster in parts. */
const IN_PARTS: readonly WorkloadName[] = ["initiatives-2000", "initiatives-20000"];

/** The way of noding that is the faster one for the system's GEOS. */
export const fasterWay = (name: WorkloadName): Way =>
  IN_PARTS.includes(name) ? "in-parts" : "at-once";
