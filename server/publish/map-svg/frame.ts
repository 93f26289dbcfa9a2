/** A window on the ground: metres of the national grid to pixels, north up, true to scale. */
import type { Box } from "./drawn-ground.ts";

export interface Frame {
  /** Pixels from the picture's corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels a metre. */
  readonly scale: number;
  /** The ground in sight. */
  readonly box: Box;
}

export interface FrameSpace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The frame that fills a space and shows the whole of a box, with room around it.
 *
 * @param room share of the box's longer side that is kept free on each side
 */
export function frameOf(box: Box, space: FrameSpace, room: number): Frame {
  const free = Math.max(box.east - box.west, box.north - box.south) * room;
  const wide = box.east - box.west + 2 * free;
  const high = box.north - box.south + 2 * free;
  const scale = Math.min(space.width / wide, space.height / high);
  const x = (box.west + box.east) / 2;
  const y = (box.south + box.north) / 2;
  const half = { x: space.width / scale / 2, y: space.height / scale / 2 };
  return {
    ...space,
    scale,
    box: { west: x - half.x, east: x + half.x, south: y - half.y, north: y + half.y },
  };
}

export const toX = ({ left, scale, box }: Frame, x: number) => left + (x - box.west) * scale;
export const toY = ({ top, scale, box }: Frame, y: number) => top + (box.north - y) * scale;
