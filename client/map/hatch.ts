/** Hatch and dashes: what is not known for certain. Drawn as images for the map. */
import type { Palette } from "./palette.ts";

/** Counts beyond this are drawn as large as this. */
export const LARGEST_DISC = 24;

/** Radius in pixels: area grows with the count, and one is still to be seen. */
export const discRadius = (within: number) => 1.2 + 2.6 * Math.sqrt(within);

const LINE_EVERY = 4;

/** Names of the images that every map has besides its discs. */
export const HATCH_IMAGE = "hatch";
export const POINT_IMAGE = "approximate-point";
export const GAP_IMAGE = "gap";
export const OVERSPILL_IMAGE = "overspill";

/**
 * One disc, a count of what lies somewhere within a place and never its footprint, with hatching at -45 degrees and a dashed edge, transparent around.
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

type Pen = OffscreenCanvasRenderingContext2D;

/** A square that meets itself on every side, transparent where nothing is drawn. */
function drawTile(scale: number, draw: (pen: Pen, side: number) => void): ImageData {
  const side = 2 * LINE_EVERY;
  const canvas = new OffscreenCanvas(side * scale, side * scale);
  const pen = canvas.getContext("2d")!;
  pen.scale(scale, scale);
  draw(pen, side);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Lines at 45 degrees; `down` leads them from the top left. */
function drawLines(pen: Pen, side: number, down: boolean): void {
  const [first, last] = down ? [-1, side + 1] : [side + 1, -1];
  for (const from of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(from - 1, first);
    pen.lineTo(from + side + 1, last);
    pen.stroke();
  }
}

/**
 * A square of hatching at -45 degrees.
 *
 * @param scale device pixels a CSS pixel
 */
export const drawHatch = ({ hatch }: Palette, scale: number): ImageData =>
  drawTile(scale, (pen, side) => {
    pen.strokeStyle = hatch;
    pen.lineWidth = 0.9;
    drawLines(pen, side, false);
  });

/**
 * A square of lines at 45 degrees in the colour of gaps.
 *
 * @param scale device pixels a CSS pixel
 */
export const drawGap = ({ gap }: Palette, scale: number): ImageData =>
  drawTile(scale, (pen, side) => {
    pen.strokeStyle = gap;
    pen.lineWidth = 1.4;
    drawLines(pen, side, true);
  });

/**
 * A square of dots in the colour of overspill.
 *
 * @param scale device pixels a CSS pixel
 */
export const drawOverspill = ({ overspill }: Palette, scale: number): ImageData =>
  drawTile(scale, (pen, side) => {
    pen.fillStyle = overspill;
    for (const at of [side / 4, (3 * side) / 4]) {
      pen.beginPath();
      pen.arc(at, at, 1.5, 0, 2 * Math.PI);
      pen.fill();
    }
  });

const POINT_RADIUS = 5;

/**
 * A hollow ring with a dashed edge: about here.
 *
 * @param scale device pixels a CSS pixel
 */
export function drawPoint({ hatch, paper }: Palette, scale: number): ImageData {
  const side = 2 * (POINT_RADIUS + 2);
  const canvas = new OffscreenCanvas(side * scale, side * scale);
  const pen = canvas.getContext("2d")!;
  pen.scale(scale, scale);
  pen.arc(side / 2, side / 2, POINT_RADIUS, 0, 2 * Math.PI);
  // The paper around it keeps the dashes apart from dark ground.
  pen.strokeStyle = paper;
  pen.lineWidth = 3.5;
  pen.stroke();
  pen.strokeStyle = hatch;
  pen.lineWidth = 1.6;
  pen.setLineDash([2.6, 1.9]);
  pen.stroke();
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
