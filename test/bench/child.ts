import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a process used, as record-peak.mjs writes it. */
interface Used {
  /** The most memory held at once. */
  readonly peakBytes: number;
  /** Processor time of all its threads, which a busy machine stretches less than the clock. */
  readonly cpuSeconds: number;
}

/** One run of one program. */
export interface Run extends Used {
  /** From spawning to the end of the process. */
  readonly seconds: number;
  readonly output: string;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const RECORDER = new URL("./record-peak.mjs", import.meta.url).href;
/** Room on the heap for the largest workload; the same for everyone. */
const HEAP_MEGABYTES = 14_000;

/**
 * Runs a Node program to its end.
 *
 * @throws Error when it fails, with the end of what it wrote on standard error
 */
export async function runNode(args: readonly string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-bench-"));
  const peakFile = join(folder, "peak");
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, "--import", RECORDER, ...args],
    {
      cwd: ROOT,
      env: { ...process.env, PATCHWORK_PEAK_FILE: peakFile },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${complaint}`);
    const used: Used = JSON.parse(readFileSync(peakFile, "utf8"));
    return { ...used, seconds, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one of the tasks of task.ts in a process of its own and reads its JSON. */
export async function runTask<T>(name: string, ...args: string[]): Promise<T> {
  const task = fileURLToPath(new URL("./task.ts", import.meta.url));
  const { output } = await runNode(["--expose-gc", task, name, ...args]);
  return JSON.parse(output);
}
