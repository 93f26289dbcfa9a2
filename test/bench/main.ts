/** The bench: `npm run bench`, `-- --quick`, `-- --only NAME,…`, `-- --fit`, `-- --browser`. See docs/performance.md. */
import { prepare, workloadNames } from "../support/workloads.ts";
import { runTask } from "./child.ts";
import { measureDateSteps } from "./date-steps.ts";
import { type FitPairsRun, fitReport } from "./fit-report.ts";
import type { Growth } from "./growth.ts";
import { runTrials } from "./import-trials.ts";
import { installMapshaper } from "./mapshaper.ts";
import { type Measured, measure } from "./measure.ts";
import { readOptions } from "./options.ts";
import { reportOf, writeDocument } from "./report.ts";

const options = readOptions(process.argv.slice(2));
const started = performance.now();
const say = (text: string) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(5);
  process.stderr.write(`${seconds} s  ${text}\n`);
};

if (options.trials) process.exit((await runTrials(options.trials, say)) ? 0 : 1);
if (options.fit) {
  say("groups of wards against districts, ours and pair by pair with GEOS");
  process.stdout.write(`${fitReport(await runTask<FitPairsRun>("fit"))}\n`);
  process.exit(0);
}
if (options.browser) {
  process.stdout.write(`${await measureDateSteps(say)}\n`);
  process.exit(0);
}
say(`making the workloads from the map "${options.map}" where they are missing`);
const files = prepare(options.map, options.workloads);
const mapshaper = installMapshaper();
if (!mapshaper) say("mapshaper could not be installed: its columns stay empty");

const measured: Measured[] = [];
for (const workload of files) {
  measured.push(await measure(workload, { repetitions: options.repetitions, mapshaper, say }));
}
const everything = options.workloads.length === workloadNames.length;
if (everything) say("growth with number and depth");
const growth = everything ? await runTask<Growth>("growth", options.map) : undefined;

const today = new Date().toISOString().slice(0, 10);
const report = reportOf({ map: options.map, measured, growth }, today);
process.stdout.write(`${report}\n`);
if (everything || options.write) writeDocument(report);
