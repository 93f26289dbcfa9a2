import { shortVersion } from "../../../client/format.ts";
import { AppError } from "../../core/errors.ts";
import { briefing } from "./briefing.ts";
import type { DocumentFormat, ExportDocument } from "./document.ts";
import { map } from "./map.ts";

/** Every document that can be had. */
export const DOCUMENTS: readonly ExportDocument[] = [map, briefing];

export const documentNamed = (id: string): ExportDocument | undefined =>
  DOCUMENTS.find((known) => known.id === id);

/** @throws AppError format/unknown naming those that the document has */
export function documentFormat({ id, formats }: ExportDocument, named: string): DocumentFormat {
  const format = formats.find((known) => known.id === named);
  if (format) return format;
  const known = formats.map((one) => one.id);
  throw new AppError(
    "format/unknown",
    `The ${id} cannot be had as "${named}". Use ${known.join(" or ")}.`,
    { document: id, format: named, known },
  );
}

/** What a document is called when it is kept: its question's date and its data version stand in it. */
export const fileName = (id: string, at: string, dataVersion: string, format: string) =>
  `patchwork-${id}-${at}-${shortVersion(dataVersion)}.${format}`;
