import { createHash } from "node:crypto";
import { AppError } from "../core/errors.ts";
import { ENGINE } from "../core/overlay/certificate.ts";
import type { AnalysisKind } from "../store/analysis.ts";
import type { Db } from "../store/db.ts";
import { metaTable } from "../store/meta.ts";

/** Raise it when an analysis of the same data by the same engine would come out otherwise. */
const METHOD = 1;

/**
 * The data version of what is loaded.
 *
 * @throws AppError store/empty
 */
export function loadedVersion(db: Db): string {
  const version = metaTable(db).find("data_version");
  if (version !== undefined) return version;
  throw new AppError(
    "store/empty",
    `The database ${db.name} holds no data yet. Run "patchwork load".`,
    { path: db.name },
  );
}

/** The content hash that an analysis is stored under. */
export function analysisKey(
  dataVersion: string,
  kind: AnalysisKind | "small-areas" | "fit" | "fit-by-people",
  question: unknown,
): string {
  const content = JSON.stringify([METHOD, ENGINE, dataVersion, kind, question]);
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
