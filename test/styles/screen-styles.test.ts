import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";

/** Classes that a sheet says something of wherever they stand: a selector of one class and no more. */
function bareClasses(css: string): string[] {
  const selectors = css.replace(/\/\*.*?\*\//gs, "").match(/[^{};]+(?=\{)/g) ?? [];
  return selectors
    .flatMap((selector) => selector.split(","))
    .flatMap((selector) => /^\s*\.([\w-]+)(?::[\w-]+)*\s*$/.exec(selector)?.[1] ?? []);
}

test("a sheet stays once it is loaded: no two screens style the same class outside their own page", () => {
  const screensOf = new Map<string, Set<string>>();
  for (const file of globSync("client/screens/*/*.css"))
    for (const name of bareClasses(readFileSync(file, "utf8")))
      screensOf.set(name, (screensOf.get(name) ?? new Set()).add(basename(dirname(file))));
  const shared = [...screensOf].filter(([, screens]) => screens.size > 1);
  expect(screensOf.size).toBeGreaterThan(100);
  expect(shared.map(([name, screens]) => `${name}: ${[...screens].join(", ")}`)).toEqual([]);
});
