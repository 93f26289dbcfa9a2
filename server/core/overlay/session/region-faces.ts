import type { MergedFaces } from "../merge-faces.ts";
import { NOT_LIVE } from "./face.ts";

/** Merged faces as if some bounded ones were not there: nothing is to be written of them. */
export function withoutGround(merged: MergedFaces, isOther: (set: number) => boolean): MergedFaces {
  const { faces, setOfCycle } = merged;
  const isOutside = faces.isOutside.slice();
  const around = merged.around.slice();
  for (let cycle = 0; cycle < faces.count; cycle++) {
    if (faces.isOutside[cycle] === 0) isOutside[cycle] = isOther(setOfCycle[cycle]!) ? 1 : 0;
  }
  for (let cycle = 0; cycle < faces.count; cycle++) {
    if (faces.isOutside[cycle] === 0) around[cycle] = -1;
    else if (around[cycle]! >= 0 && isOutside[around[cycle]!] === 1) around[cycle] = -1;
  }
  return { ...merged, faces: { ...faces, isOutside }, around };
}

/**
 * Chain half of a region -> the face on its left; NOT_LIVE where that is not cut anew.
 *
 * Cost: one visit a chain half.
 *
 * @param numbers bounded cycle -> its face
 * @param beyond the face beyond everything
 */
export function facesBeside(
  { faces, around, idle, faceOfIdle }: MergedFaces,
  numbers: Int32Array,
  beyond: number,
): Int32Array {
  const { next } = faces.graph;
  const beside = new Int32Array(next.length).fill(NOT_LIVE);
  for (let cycle = 0; cycle < faces.count; cycle++) {
    const start = faces.start[cycle]!;
    if (start < 0) continue;
    const bounded = faces.isOutside[cycle] === 1 ? around[cycle]! : cycle;
    const number = bounded < 0 ? beyond : numbers[bounded]!;
    let at = start;
    do {
      beside[at] = number;
      at = next[at]!;
    } while (at !== start);
  }
  idle.forEach((chain, i) => {
    beside[2 * chain] = beside[2 * chain + 1] = numbers[faceOfIdle[i]!]!;
  });
  return beside;
}
