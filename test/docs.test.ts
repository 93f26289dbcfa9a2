import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { PROBLEMS } from "../server/core/check/problems/registry.ts";
import { REPAIRS } from "../server/core/check/repairs/registry.ts";
import { ERROR_CODES } from "../server/core/errors.ts";

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...(readdirSync("docs", { recursive: true }) as string[])
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
  ...["data/README.md", "data/registry/README.md"].filter((name) => existsSync(name)),
];

/** GitHub's anchor for a heading. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsOf = (text: string) =>
  new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) => anchor(heading ?? "")));

test("every link in the documents resolves", () => {
  const broken: string[] = [];
  for (const file of documents) {
    const text = readFileSync(file, "utf8");
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path = "", fragment] = target.split("#");
      const file2 = path === "" ? file : join(dirname(file), path);
      if (!existsSync(file2)) broken.push(`${file}: ${target}`);
      else if (fragment && !anchorsOf(readFileSync(file2, "utf8")).has(fragment))
        broken.push(`${file}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

/** The ids in the first column of every table of the reference. */
const rows = () =>
  new Set(
    [...readFileSync("docs/reference.md", "utf8").matchAll(/^\|\s*`([^`]+)`/gm)].map(
      ([, id]) => id ?? "",
    ),
  );
const missing = (ids: readonly string[]) => {
  const known = rows();
  return ids.filter((id) => !known.has(id));
};

test("every error code has a row in the reference", () => {
  expect(missing(Object.keys(ERROR_CODES))).toEqual([]);
});

test("every layer of the architecture is described", () => {
  const text = readFileSync("ARCHITECTURE.md", "utf8");
  const layers = readdirSync("server").map((name) => `server/${name}`);
  expect(layers.filter((layer) => !text.includes(`\`${layer}\``))).toEqual([]);
});

test("every dependency says why it is here", () => {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});

test("every problem and every repair is explained", () => {
  const known = new Set(
    [...readFileSync("docs/checking.md", "utf8").matchAll(/^\|\s*`([^`]+)`/gm)].map(([, id]) => id),
  );
  const ids: string[] = [...PROBLEMS, ...REPAIRS].map(({ id }) => id);
  expect([...known].sort()).toEqual(ids.sort());
});
