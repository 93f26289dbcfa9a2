/**
 * A second trial of the causes, on bodies that no threshold was set by: groups of wards, other
 * distances, other tolerance, another seed. What is done to which is dealt out by the seed.
 */
import { compose } from "../../server/core/overlay/compose.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { STORE_GRID } from "../../server/store/geometry-codec.ts";
import { movedShapes, pickShapes, simplifiedShapes, withoutDatumShift } from "./alter-shapes.ts";
import { countsBy, type Said, saidOf, type Trial } from "./confusion-table.ts";
import { fitOf, realLayer } from "./fit-layers.ts";
import { seeded } from "./seeded.ts";
import { wardGroups } from "./ward-groups.ts";

const DONE = [
  "renamed",
  "moved 60 m",
  "moved 150 m",
  "datum shift left out",
  "simplified to 20 m",
  "simplified to 80 m",
  "wards exchanged",
  "simplified to 20 m and exchanged",
] as const;
type Done = (typeof DONE)[number];

const RIGHT: Readonly<Record<Done, Said>> = {
  renamed: "identical",
  "moved 60 m": "shift",
  "moved 150 m": "shift",
  "datum shift left out": "datum",
  "simplified to 20 m": "generalisation",
  "simplified to 80 m": "generalisation",
  "wards exchanged": "real",
  "simplified to 20 m and exchanged": "real",
};

const GROUPS = 240;
/** Metres: not the 1 m of the first trial. */
const TOLERANCE = 5;
/** Share of a group's wards that go to others. */
const EXCHANGED = 0.1;

export async function confusionOverWards(seed: number): Promise<Trial> {
  const wards = await realLayer("wards_england.geojson.gz", "WD13CD", "WD13NM");
  // Two seeds may be one point; the second has no wards then.
  const members = wardGroups(wards.shapes, GROUPS, seed).filter((list) => list.length > 1);
  const united = (list: readonly number[]) =>
    compose(pickShapes([{ from: wards.shapes, shapes: list }]), STORE_GRID);
  const groups = members.map(united);
  const next = seeded(seed);
  const bodies = groups.map((shapes, i) => {
    const done = DONE[Math.floor(next() * DONE.length)]!;
    const list = members[i]!;
    return { shapes: spoilt(shapes, done, next, list, united), done, name: wards.names[list[0]!]! };
  });
  const fit = fitOf({
    bodies: pickShapes(bodies.map(({ shapes }) => ({ from: shapes, shapes: [0] }))),
    references: pickShapes(groups.map((from) => ({ from, shapes: [0] }))),
    tolerance: TOLERANCE,
  });
  const said = bodies.map((_, i) => saidOf(fit, i));
  return countsBy("done to the group of wards", DONE, RIGHT, bodies, said);
}

function spoilt(
  shapes: Shapes,
  done: Done,
  next: () => number,
  members: readonly number[],
  united: (list: readonly number[]) => Shapes,
): Shapes {
  const moved = (metres: number) => {
    const turn = 2 * Math.PI * next();
    return movedShapes(shapes, metres * Math.cos(turn), metres * Math.sin(turn));
  };
  switch (done) {
    case "renamed":
      return shapes;
    case "moved 60 m":
      return moved(60);
    case "moved 150 m":
      return moved(150);
    case "datum shift left out":
      return withoutDatumShift(shapes);
    case "simplified to 20 m":
      return simplifiedShapes(shapes, 20);
    case "simplified to 80 m":
      return simplifiedShapes(shapes, 80);
    default: {
      const gone = new Set(members.filter(() => next() < EXCHANGED));
      if (gone.size === 0) gone.add(members[Math.floor(next() * members.length)]!);
      const kept = united(members.filter((ward) => !gone.has(ward)));
      return done === "wards exchanged" ? kept : simplifiedShapes(kept, 20);
    }
  }
}
