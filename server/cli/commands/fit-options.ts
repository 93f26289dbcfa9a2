import { AppError } from "../../core/errors.ts";

export interface FitOptions {
  readonly out?: string;
  readonly bodyId?: string;
  readonly referenceId?: string;
  readonly tolerance?: string;
  readonly otherVintage?: string;
  readonly weights?: string;
  readonly weightField?: string;
  readonly crs?: string;
  readonly json?: boolean;
}

/** The files of a run in the order they are read, and which of them is what. */
export interface FitFiles {
  readonly paths: readonly string[];
  /** The field that names the features of each; for weights their position names them. */
  readonly fields: readonly (string | undefined)[];
  readonly otherVintage: number | undefined;
  readonly weights: number | undefined;
}

/** @throws AppError input/invalid where weights lack their field, or a field lacks its weights */
export function fitFiles(
  pathOf: (file: string) => string,
  bodies: string,
  reference: string,
  { bodyId, referenceId, otherVintage, weights, weightField }: FitOptions,
): FitFiles {
  if ((weights === undefined) !== (weightField === undefined)) {
    throw new AppError(
      "input/invalid",
      "Weights need both --weights and --weight-field: a file of polygons, and the field of their amount.",
    );
  }
  const paths = [bodies, reference];
  const fields = [bodyId, referenceId];
  if (otherVintage !== undefined) {
    paths.push(otherVintage);
    fields.push(referenceId);
  }
  if (weights !== undefined) {
    paths.push(weights);
    fields.push(undefined);
  }
  return {
    paths: paths.map(pathOf),
    fields,
    otherVintage: otherVintage === undefined ? undefined : 2,
    weights: weights === undefined ? undefined : paths.length - 1,
  };
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
