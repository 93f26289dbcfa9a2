import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { expansionMeter, limitsWith } from "../limits.ts";
import { passOver } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { parseKml } from "./kml.ts";

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const file = basename(path);
  const { zipEntries } = await import("../archives/zip-entries.ts");
  const limits = limitsWith(options.limits);
  await passOver(path, options);
  const watch = { limits, entries: 0, onUnpacked: expansionMeter(limits, file) };
  const others: string[] = [];
  let found = false;
  for await (const entry of zipEntries(path, file, watch)) {
    if (!/\.kml$/i.test(entry.name)) continue;
    if (found) {
      others.push(entry.name);
      continue;
    }
    found = true;
    yield* parseKml(file, entry.bytes(), options);
  }
  if (!found) {
    throw new AppError("format/malformed", `${file} holds no KML document.`, { file });
  }
  if (others.length > 0) {
    const message = `Left out of ${file}, which is to hold one document: ${others.join(", ")}.`;
    options.onNote?.({ code: "file/left-out", message });
  }
}

/** KMZ: a zip archive whose first KML document is the one that counts; pictures are passed over. */
export const kmz: Format = {
  id: "kmz",
  title: "KMZ (zipped KML)",
  extensions: [".kmz"],
  gzip: false,
  read,
};
