/** Hatched discs: a count of what lies somewhere within a place, never its footprint. */
import type { Palette } from "./palette.ts";

/** Counts beyond this are drawn as large as this. */
export const LARGEST_DISC = 24;

/** Radius in pixels: area grows with the count, and one is still to be seen. */
export const discRadius = (within: number) => 1.2 + 2.6 * Math.sqrt(within);

const LINE_EVERY = 4;

/**
 * One disc with hatching at -45 degrees and a dashed edge, transparent around.
 *
 * @param scale device pixels a CSS pixel
 */
export function drawDisc(within: number, { hatch, paper }: Palette, scale: number): ImageData {
  const radius = discRadius(within);
  const side = Math.ceil(2 * (radius + 1));
  const canvas = new OffscreenCanvas(side * scale, side * scale);
  const pen = canvas.getContext("2d")!;
  pen.scale(scale, scale);
  pen.translate(side / 2, side / 2);
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.save();
  pen.clip();
  pen.globalAlpha = 0.72;
  pen.fillStyle = paper;
  pen.fillRect(-side, -side, 2 * side, 2 * side);
  pen.globalAlpha = 1;
  pen.strokeStyle = hatch;
  pen.lineWidth = 1.1;
  pen.rotate(-Math.PI / 4);
  for (let y = -side; y <= side; y += LINE_EVERY) {
    pen.beginPath();
    pen.moveTo(-side, y + 0.5);
    pen.lineTo(side, y + 0.5);
    pen.stroke();
  }
  pen.restore();
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.strokeStyle = hatch;
  pen.lineWidth = 0.9;
  pen.setLineDash([2, 1.2]);
  pen.stroke();
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
