/** Writes the matrix of causes into docs/coterminosity.md; needs ../shared/data. A test holds it. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { confusionOver, confusionTable } from "../test/support/confusion.ts";

/** The seed that deals out what is done to which district. */
const SEED = 2009;

const path = fileURLToPath(new URL("../docs/coterminosity.md", import.meta.url));
const { table, wrong, total } = await confusionOver(SEED);
const text = readFileSync(path, "utf8");
const marks = /(<!-- confusion:start -->\n)[\s\S]*(<!-- confusion:end -->)/;
writeFileSync(
  path,
  text.replace(marks, (_, start, end) => `${start}${confusionTable(table)}\n${end}`),
);
process.stdout.write(`${total - wrong.length} of ${total} are called right\n`);
