/** Preloaded into every measured process: leaves the most memory that it held in a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.PATCHWORK_PEAK_FILE;

function peakBytes(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

if (file !== undefined && isMainThread) {
  process.on("exit", () => writeFileSync(file, String(peakBytes())));
}
