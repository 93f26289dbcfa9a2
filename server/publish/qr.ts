/** An address as a QR code, drawn as one path. */
import { encode } from "uqr";
import { type Markup, svg } from "./markup.ts";

/** Light modules that the standard asks for on every side. */
const QUIET = 4;

/**
 * @param words what it is, for those who do not see it
 */
export function qrCode(address: string, words: string): Markup {
  const { data, size } = encode(address, { ecc: "M", border: QUIET });
  const rows = data.flatMap((row, y) =>
    runs(row).map(([x, length]) => `M${x},${y}h${length}v1h-${length}z`),
  );
  return svg`<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${words}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${rows.join("")}" fill="#000"/></svg>`;
}

/** Where dark modules begin in a row, and for how long they go on. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  });
  return found;
}
