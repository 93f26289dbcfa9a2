import { expect, test } from "vitest";
import { layerMoney } from "../../../server/core/funding/layer-money.ts";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { gbp, stream, yearOf } from "../../support/streams.ts";
import { initiative, outline, place, study } from "../../support/study.ts";

const toy = study({
  initiatives: [
    initiative("I-0", { start: "1998-04-01" }),
    initiative("I-1", { start: "1998-04-01", within: [0] }),
    initiative("I-2", { start: "1998-04-01" }),
  ],
  // The outline of I-0 was redrawn on 1 October 1999: the middle of the year decides.
  places: [place("A")],
  outlines: [outline(0, "1998-04-01", "1999-10-01"), outline(0, "1999-10-01"), outline(2)],
});
const index = indexStudy(toy);
const at = new Map(toy.initiatives.map(({ id }, i) => [id, i]));
const shared = new Map([
  [0, [{ area: 0, m2: 100 }]],
  [
    1,
    [
      { area: 0, m2: 10 },
      { area: 1, m2: 30 },
    ],
  ],
]);
const entries = ledgerOf(
  ["I-0", "I-1", "I-2"].map((id) =>
    stream(id, { initiative: id, years: [yearOf("1999-04-01", "2000-04-01", 40)] }),
  ),
  () => ({ districts: [], regions: [] }),
).entries;

test("an outline's money goes by shared ground, and what cannot be held against the layer stays out", () => {
  const { sums, unplaced } = layerMoney(index, at, shared, entries, "area");
  expect([...sums]).toEqual([
    [0, gbp(10)],
    [1, gbp(30)],
  ]);
  expect([...unplaced]).toEqual([
    ["no outline", gbp(40)],
    ["outside the layer", gbp(40)],
  ]);
  expect([...layerMoney(index, at, shared, entries, "equal").sums.values()]).toEqual([
    gbp(20),
    gbp(20),
  ]);
});
