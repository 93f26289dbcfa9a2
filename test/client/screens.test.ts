import { expect, test } from "vitest";
import { SCREENS } from "../../client/screens/registry.ts";
import { HOTSPOTS, PLACE, START } from "../../client/view.ts";
import { SCREEN_PATHS } from "../../server/api/screen-paths.ts";

const pathOf = (id: string) => (id === START ? "/" : id === PLACE ? "/place/:code" : `/${id}`);

test("the server serves the app at the path of every screen, and at no other", () => {
  expect([...SCREEN_PATHS].sort()).toEqual(SCREENS.map(({ id }) => pathOf(id)).sort());
});

test("a screen's id stands once, and can stand in a path", () => {
  const ids = SCREENS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+$/.test(id))).toEqual([]);
  expect(ids.slice(0, 2)).toEqual([START, HOTSPOTS]);
});
