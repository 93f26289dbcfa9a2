/** Preloaded into every measured process: leaves what it used of the machine in a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** What a process used. */
export interface Used {
  /** The most memory held at once. */
  readonly peakBytes: number;
  /** Processor time of all its threads, which a busy machine stretches less than the clock. */
  readonly cpuSeconds: number;
}

const file = process.env.PATCHWORK_PEAK_FILE;

function used(): Used {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    const kilobytes = Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]);
    return { peakBytes: kilobytes * 1024, cpuSeconds };
  } catch {
    return { peakBytes: maxRSS * 1024, cpuSeconds };
  }
}

if (file !== undefined && isMainThread) {
  process.on("exit", () => writeFileSync(file, JSON.stringify(used())));
}
