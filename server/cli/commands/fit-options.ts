import { AppError } from "../../core/errors.ts";
import type { FileReading } from "../../ingest/read-polygons.ts";

export interface FitOptions {
  readonly out?: string;
  readonly bodyId?: string;
  readonly referenceId?: string;
  readonly tolerance?: string;
  readonly otherVintage?: string;
  readonly weights?: string;
  readonly weightField?: string;
  readonly bodyLayer?: string;
  readonly referenceLayer?: string;
  readonly otherVintageLayer?: string;
  readonly weightLayer?: string;
  readonly crs?: string;
  readonly json?: boolean;
}

/** The files of a run in the order they are read, and which of them is what. */
export interface FitFiles {
  readonly paths: readonly string[];
  /** Layer of each, and the field that names its features; for weights their position names them. */
  readonly readings: readonly FileReading[];
  readonly otherVintage: number | undefined;
  readonly weights: number | undefined;
}

/**
 * @throws AppError input/invalid where weights lack their field, or a field or a layer is named of a
 *   file that is not given
 */
export function fitFiles(
  pathOf: (file: string) => string,
  bodies: string,
  reference: string,
  options: FitOptions,
): FitFiles {
  const { bodyId, referenceId, otherVintage, weights, weightField } = options;
  if ((weights === undefined) !== (weightField === undefined)) {
    throw new AppError(
      "input/invalid",
      "Weights need both --weights and --weight-field: a file of polygons, and the field of their amount.",
    );
  }
  expectFileOf("--other-vintage-layer", options.otherVintageLayer, "--other-vintage", otherVintage);
  expectFileOf("--weight-layer", options.weightLayer, "--weights", weights);
  const files = [
    { file: bodies, id: bodyId, layer: options.bodyLayer },
    { file: reference, id: referenceId, layer: options.referenceLayer },
    ...(otherVintage === undefined
      ? []
      : [{ file: otherVintage, id: referenceId, layer: options.otherVintageLayer }]),
    ...(weights === undefined
      ? []
      : [{ file: weights, id: undefined, layer: options.weightLayer }]),
  ];
  return {
    paths: files.map(({ file }) => pathOf(file)),
    readings: files.map(({ id, layer }) => ({ id, layer })),
    otherVintage: otherVintage === undefined ? undefined : 2,
    weights: weights === undefined ? undefined : files.length - 1,
  };
}

function expectFileOf(
  layerFlag: string,
  layer: string | undefined,
  fileFlag: string,
  file: string | undefined,
): void {
  if (layer === undefined || file !== undefined) return;
  throw new AppError("input/invalid", `${layerFlag} names a layer of ${fileFlag}: give both.`, {
    layer,
  });
}

/**
 * Metres within which lines are one; 1 where none is given.
 *
 * @throws AppError input/invalid
 */
export function toleranceOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const metres = Number(text);
  if (text.trim() !== "" && metres > 0 && Number.isFinite(metres)) return metres;
  throw new AppError("input/invalid", `"${text}" is no tolerance. Give metres, such as 20.`, {
    tolerance: text,
  });
}
