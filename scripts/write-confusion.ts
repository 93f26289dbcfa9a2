/** Writes both trials of the causes into docs/coterminosity.md; needs ../shared/data. A test holds them. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { confusionOver } from "../test/support/confusion.ts";
import { confusionOverWards } from "../test/support/confusion-wards.ts";

/** The seeds that deal out what is done to which district, and to which group of wards. */
const [DISTRICTS, WARDS] = [2009, 1832];

const path = fileURLToPath(new URL("../docs/coterminosity.md", import.meta.url));
for (const [mark, trial] of [
  ["confusion", await confusionOver(DISTRICTS)],
  ["second-trial", await confusionOverWards(WARDS)],
] as const) {
  const { table, wrong, total } = trial;
  const marks = new RegExp(`(<!-- ${mark}:start -->\\n)[\\s\\S]*(<!-- ${mark}:end -->)`);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace(marks, (_, start, end) => `${start}${table}\n${end}`),
  );
  process.stdout.write(`${mark}: ${total - wrong.length} of ${total} are called right\n`);
  for (const one of wrong) process.stdout.write(`  ${one.name}: ${one.done}, said ${one.said}\n`);
}
