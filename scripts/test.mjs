// `npm test`: every gate in turn, then the one closing line that CI reads.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import "./check-node.mjs";

const REPORT = "reports/vitest.json";
const GATES = [
  ["biome", ["check", "."]],
  ["tsc", ["-p", "."]],
  ["tsc", ["-p", "client"]],
  ["vite", ["build", "--logLevel", "warn"]],
  ["vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`]],
];

const close = (passed, failed, skipped) => {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
};

rmSync("reports", { recursive: true, force: true });
for (const [command, args] of GATES) {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: "inherit" });
  if (status !== 0 && command !== "vitest") close(0, 1, 0);
}
let report;
try {
  report = JSON.parse(readFileSync(REPORT, "utf8"));
} catch {
  close(0, 1, 0);
}
const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
close(report.numPassedTests, failed, report.numPendingTests + (report.numTodoTests ?? 0));
