// Preloaded into every measured process: leaves what it used of the machine in a file, as child.ts
// reads it. Plain JavaScript, since Node would load its stripper of types for anything else, which
// takes each process longer than all that is left here.
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.PATCHWORK_PEAK_FILE;

function used() {
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
