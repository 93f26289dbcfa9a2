/** Writes the trial of what to move into docs/coterminosity.md. A test holds it. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MOVE_SEED, moveTable, moveTrial } from "../test/support/move-trial.ts";

const path = fileURLToPath(new URL("../docs/coterminosity.md", import.meta.url));
const rows = moveTrial(MOVE_SEED);
const text = readFileSync(path, "utf8");
const marks = /(<!-- moves:start -->\n)[\s\S]*(<!-- moves:end -->)/;
writeFileSync(
  path,
  text.replace(marks, (_, start, end) => `${start}${moveTable(rows)}\n${end}`),
);
process.stdout.write(`${moveTable(rows)}\n`);
