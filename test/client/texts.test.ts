import { expect, test } from "vitest";
import { existedWords, heldWords, programmeShort } from "../../client/programme-words.ts";
import { RANKING_WORDS } from "../../client/ranking-words.ts";
import { KIND_WORDS } from "../../client/texts/checks.ts";
import { texts } from "../../client/texts/hotspots.ts";
import { CATEGORY_WORDS, GRADE_WORDS, PRESENCE_WORDS } from "../../client/texts/words.ts";
import { PROBLEMS } from "../../server/core/check/problems/registry.ts";
import { RANKINGS } from "../../server/core/hotspots/ranking.ts";
import { PRESENCES } from "../../server/core/hotspots/stack.ts";
import { CATEGORIES, GRADES } from "../../server/core/model.ts";
import { programme } from "../support/study.ts";

const sources = import.meta.glob<string>("../../client/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

test("everything that can be shown has its words", () => {
  expect(Object.keys(CATEGORY_WORDS)).toEqual([...CATEGORIES]);
  expect(Object.keys(GRADE_WORDS)).toEqual([...GRADES]);
  expect(Object.keys(PRESENCE_WORDS)).toEqual([...PRESENCES]);
  expect(Object.keys(RANKING_WORDS)).toEqual([...RANKINGS]);
});

test("every kind of problem has its word", () => {
  expect(Object.keys(KIND_WORDS)).toEqual(PROBLEMS.map(({ id }) => id));
});

const modules = import.meta.glob<Record<string, unknown>>("../../client/texts/*.ts", {
  eager: true,
});

/** The objects of words: one a screen, and what all screens share. */
const wordings = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, words]) =>
    name === "texts" || name === "shared" ? [{ path, name, words: words as object }] : [],
  ),
);

/** Reached by an index, not by name. */
const BY_INDEX = ["sourced", "recalled"];

test("every text is used where its module is taken, and none advises", () => {
  const unused = wordings.flatMap(({ path, name, words }) => {
    const file = path.slice(path.lastIndexOf("/"));
    const takers = Object.values(sources).filter((text) => text.includes(`/texts${file}"`));
    return Object.keys(words)
      .filter((key) => !BY_INDEX.includes(key))
      .filter((key) => !takers.some((text) => new RegExp(`\\b${name}\\.${key}\\b`).test(text)))
      .map((key) => `${file} ${key}`);
  });
  expect(unused).toEqual([]);
  for (const { path } of wordings) expect(sources[path]).not.toMatch(/\bshould\b(?! match)/i);
});

test("no panel keeps words of its own", () => {
  const loose = Object.entries(sources).flatMap(([path, text]) =>
    path.endsWith(".tsx") ? [...text.matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<>{}=;]*)</g)] : [],
  );
  expect(loose.map(([, words]) => words)).toEqual([]);
});

test("the headline says what it counts, down to nothing", () => {
  const of = (places: number, pile: number, alive = 9) =>
    texts.headline("1 June 2002", places, pile, alive);
  expect(of(33, 6)).toBe(
    "On 1 June 2002, 33 places in England had six or more recorded initiatives at once",
  );
  expect(of(1, 6)).toContain("1 place in England had six or more");
  expect(of(40, 1)).toBe("On 1 June 2002, 40 places in England had a recorded initiative");
  expect(of(0, 1)).toBe("On 1 June 2002, no place in England had a recorded initiative");
  expect(of(0, 1, 0)).toBe("No recorded initiative was live on 1 June 2002");
});

test("a programme says how much of it is held, and unknown is not 0", () => {
  const srb = { ...programme("SRB"), name: "Single Budget (rounds 1-6)", held: 75 };
  const whole = { ...srb, existed: 1000, existedNote: "about 1,000 schemes" };
  expect(heldWords(whole)).toBe("75 of about 1,000 held");
  expect(existedWords(whole)).toBe("of about 1,000");
  expect(heldWords({ ...srb, existed: undefined })).toBe(
    "75 held; how many there were is not known",
  );
  expect(existedWords({ ...srb, existed: undefined })).toBe("not known");
  expect(programmeShort({ code: "XYZ", name: "Some Fund (later another)" })).toBe("Some Fund");
});
