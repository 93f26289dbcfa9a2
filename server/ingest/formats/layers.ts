import { AppError } from "../../core/errors.ts";
import type { Layer, ReadOptions } from "./format.ts";

const KIND_WORDS: Readonly<Record<NonNullable<Layer["geometry"]>, string>> = {
  polygon: "polygons",
  line: "lines",
  point: "points",
  mixed: "mixed",
  none: "no shapes",
};

function described({ name, geometry, features }: Layer): string {
  const words = [
    ...(geometry === undefined ? [] : [KIND_WORDS[geometry]]),
    ...(features === undefined ? [] : [features.toLocaleString("en-GB")]),
  ];
  return words.length === 0 ? `"${name}"` : `"${name}" (${words.join(", ")})`;
}

const canHoldPolygons = ({ geometry }: Layer) =>
  geometry === "polygon" || geometry === "mixed" || geometry === undefined;

/**
 * The one layer to read: that of the wanted name; else the only one, or the only one of polygons. Of
 * several nothing is guessed.
 *
 * @param file what messages call it
 * @throws AppError format/layer, format/no-polygons
 */
export function chooseLayer(
  layers: readonly Layer[],
  file: string,
  { layer: wanted, onNote }: Pick<ReadOptions, "layer" | "onNote">,
): Layer {
  const list = layers.map(described).join(", ");
  const detail = { file, layer: wanted ?? null, layers: layers.map(({ name }) => name) };
  if (layers.length === 0) {
    throw new AppError("format/no-polygons", `${file} holds no layer of shapes.`, detail);
  }
  if (wanted !== undefined) {
    const found = layers.find(({ name }) => name === wanted);
    if (found !== undefined) return found;
    const message = `${file} has no layer "${wanted}". Its layers: ${list}.`;
    throw new AppError("format/layer", message, detail);
  }
  const [only, second] = layers.length === 1 ? layers : layers.filter(canHoldPolygons);
  if (only === undefined) {
    const message = `${file} holds no layer of polygons. Its layers: ${list}.`;
    throw new AppError("format/no-polygons", message, detail);
  }
  if (second !== undefined) {
    const message = `${file} has several layers; choose one with --layer: ${list}.`;
    throw new AppError("format/layer", message, detail);
  }
  if (layers.length > 1) {
    const others = layers.filter((one) => one !== only).map(described);
    const message = `Left out of ${file}, as they hold no polygons: ${others.join(", ")}.`;
    onNote?.({ code: "file/left-out", message });
  }
  return only;
}
