import { aboutText, type ExportFormat, type Table } from "../publish/exports/export.ts";
import { type Written, writeFile } from "./output.ts";
import type { World } from "./world.ts";

/** Where a file's description stands when the format has no room for it. */
export const sidecarOf = (path: string) => `${path}.meta.json`;

/** A table to a file, and its description beside it where the format cannot carry it. */
export async function writeTable(
  world: World,
  path: string,
  format: ExportFormat,
  table: Table,
): Promise<Written & { readonly meta: string | null }> {
  const written = await writeFile(world, path, format.write(table));
  if (format.about === "inside") return { ...written, meta: null };
  const { out: meta } = await writeFile(world, sidecarOf(path), [aboutText(table.about)]);
  return { ...written, meta };
}
