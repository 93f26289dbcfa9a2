/** One piece of gap or overspill: its name, its middle and the box around it. */
import type { FitOpenedReply } from "../server/contract/fit-matrix.ts";
import { degrees } from "./format.ts";
import { texts } from "./texts/pieces.ts";

export type Piece = FitOpenedReply["fragments"]["features"][number];

/** West, south, east, north in degrees. */
export type PieceBox = readonly [number, number, number, number];

/** "Gap 3": its kind, and its number by ground, as in its id. */
export const pieceName = ({ id, properties }: Piece): string =>
  `${texts.named[properties.kind]} ${id.slice(id.lastIndexOf("-") + 1)}`;

export function boxOf({ geometry }: Piece): PieceBox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of geometry.coordinates[0]!) {
    west = Math.min(west, lon!);
    east = Math.max(east, lon!);
    south = Math.min(south, lat!);
    north = Math.max(north, lat!);
  }
  return [west, south, east, north];
}

/** The middle of its box in words. */
export function centreOf(piece: Piece): { readonly north: string; readonly east: string } {
  const [west, south, east, north] = boxOf(piece);
  return { north: degrees((south + north) / 2), east: degrees((west + east) / 2) };
}
