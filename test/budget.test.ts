import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const ASSETS = "dist/client/assets";
/** All scripts of all screens together, compressed, without the map library. */
const MOST_KB = 400;
/** Bytes of a kilobyte, as the budget counts them. */
const KB = 1000;

/** The chunk that holds the map library names its own control classes. */
const isMapLibrary = (text: string) => text.includes("maplibregl-ctrl");

test.skipIf(!existsSync(ASSETS))(
  `scripts stay within ${MOST_KB} kB compressed without the map library (needs npm run build)`,
  () => {
    const sizes = readdirSync(ASSETS)
      .filter((name) => name.endsWith(".js"))
      .map((name) => ({ name, text: readFileSync(join(ASSETS, name), "utf8") }))
      .filter(({ text }) => !isMapLibrary(text))
      .map(({ name, text }) => ({ name, kb: gzipSync(text).length / KB }));
    const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
    const parts = sizes.map(({ name, kb }) => `${name} ${kb.toFixed(1)}`).join(", ");
    process.stdout.write(`Scripts: ${total.toFixed(1)} of ${MOST_KB} kB (${parts})\n`);
    expect(sizes.length).toBeGreaterThan(3);
    expect(total).toBeLessThan(MOST_KB);
  },
);
