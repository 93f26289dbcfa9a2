/**
 * Damaged files for every reader, many more than the tests have time for:
 * `node test/bench/fuzz-formats.ts [CASES] [SEED]`, 20,000 cases without a number.
 */
import { fuzzReaders } from "../support/format-fuzz.ts";

const [cases = "20000", seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const started = performance.now();
const tally = await fuzzReaders(Number(cases), Number(seed));
const seconds = ((performance.now() - started) / 1000).toFixed(0);
process.stdout.write(`${JSON.stringify({ seed: Number(seed), ...tally, seconds })}\n`);
