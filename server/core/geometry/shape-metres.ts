import type { Grid, Shapes } from "../overlay/model.ts";

/** Every vertex in metres of the grid's system: x and y by turns. */
export function metresOf(ground: { readonly shapes: Shapes; readonly grid: Grid }): Float64Array {
  const { grid } = ground;
  const { xy } = ground.shapes;
  const metres = new Float64Array(xy.length);
  // A step of 1/1000 is not exact in binary, its inverse is: dividing gives the nearest double.
  const perMetre = Math.round(1 / grid.step);
  const divides = perMetre * grid.step === 1;
  for (let i = 0; i < xy.length; i++) {
    const origin = i % 2 === 0 ? grid.originX : grid.originY;
    const steps = xy[i]!;
    metres[i] = origin + (divides ? steps / perMetre : steps * grid.step);
  }
  return metres;
}
