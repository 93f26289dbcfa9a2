/** What one run of bodies against reference areas came to. */
export interface FitPairsRun {
  readonly groups: number;
  readonly districts: number;
  readonly vertices: number;
  readonly pairs: number;
  /** Partition, figures, classes and causes. */
  readonly seconds: number;
  /** GEOS for all pairs that share ground, without classes and causes. */
  readonly geosSeconds: number;
  readonly geosPairs: number;
  readonly ratio: number;
}

/** As docs/performance.md has it. */
export function fitReport(run: FitPairsRun): string {
  const { groups, districts, vertices, pairs, seconds, geosSeconds, geosPairs, ratio } = run;
  return [
    "| groups | districts | vertices | pairs that share ground | ours, s | geos-wasm, s | ratio |",
    "|--:|--:|--:|--:|--:|--:|--:|",
    `| ${groups} | ${districts} | ${vertices} | ${pairs} | ${seconds.toFixed(1)} | ${geosSeconds.toFixed(0)} (from ${geosPairs} pairs) | ${ratio.toFixed(1)} |`,
  ].join("\n");
}
