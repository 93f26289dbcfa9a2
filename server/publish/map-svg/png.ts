/** An SVG as a PNG: drawn by resvg, with the app's own type, so the same bytes on every machine. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { AppError } from "../../core/errors.ts";

const require = createRequire(import.meta.url);
const FACES = ["latin-400", "latin-600", "latin-700"] as const;

let ready: Promise<readonly Uint8Array[]> | undefined;

/** The drawing program and the type are read once, when the first picture is asked for. */
async function prepare(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return Promise.all(
    FACES.map((face) =>
      readFile(require.resolve(`@fontsource/noto-sans/files/noto-sans-${face}-normal.woff2`)),
    ),
  );
}

/** How much larger than its SVG a PNG may be asked for, and is where nothing is said. */
const LARGEST_SCALE = 4;
export const DEFAULT_SCALE = 2;

/** @throws AppError input/invalid for a scale that is none or too large */
export function scaleNamed(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SCALE;
  const scale = Number(text);
  if (/^\d(\.\d+)?$/.test(text) && scale >= 1 && scale <= LARGEST_SCALE) return scale;
  throw new AppError(
    "input/invalid",
    `"${text}" is no scale of a picture. Write a number from 1 to ${LARGEST_SCALE}.`,
    { scale: text },
  );
}

/**
 * @param scale pixels of the PNG to one of the SVG, as {@link scaleNamed} gives it
 */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  ready ??= prepare();
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [...(await ready)], defaultFontFamily: "Noto Sans" },
  });
  try {
    const picture = drawing.render();
    const bytes = picture.asPng();
    picture.free();
    return bytes;
  } finally {
    drawing.free();
  }
}
