import { basename } from "node:path";
import { type Limits, limitsWith, timer } from "../limits.ts";
import { companionFiles } from "./companion-files.ts";
import type { DbfTable } from "./dbf-table.ts";
import { wholeFile } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { RingBuilder } from "./ring-builder.ts";
import { isIndexOf, type ShpRecord, shpRecords } from "./shp-records.ts";
import { addRings, shapeOf } from "./shp-shapes.ts";
import { type Tell, teller } from "./tell.ts";

interface Parts {
  readonly shp: Buffer;
  readonly shx: Buffer | undefined;
  readonly dbf: DbfTable | undefined;
}

async function readParts(path: string, options: ReadOptions, limits: Limits): Promise<Parts> {
  const file = basename(path);
  const shp = await wholeFile(path, options);
  const beside = await companionFiles(path);
  const companion = async (ending: string) => {
    const found = beside.get(ending);
    return found === undefined ? undefined : wholeFile(found, options);
  };
  const shx = await companion(".shx");
  const dbf = await companion(".dbf");
  const prj = await companion(".prj");
  const cpg = (await companion(".cpg"))?.toString("latin1").trim();
  if (prj) options.onCrs?.(prj.toString("utf8").trim());
  if (!isIndexOf(shx, shp)) {
    const message = `${file} has no index (.shx) that fits it; its records were read one behind the other.`;
    options.onNote?.({ code: "file/no-index", message });
  }
  if (dbf === undefined) {
    const message = `${file} has no attributes: the .dbf file that belongs to it is not beside it.`;
    options.onNote?.({ code: "file/no-attributes", message });
    return { shp, shx, dbf: undefined };
  }
  const { dbfTable } = await import("./dbf-table.ts");
  const table = dbfTable(dbf, cpg, basename(beside.get(".dbf")!), limits);
  for (const note of table.notes) options.onNote?.(note);
  return { shp, shx, dbf: table };
}

function addRecord(record: ShpRecord, builder: RingBuilder, tell: Tell, tick: () => void): void {
  if ("damage" in record) {
    tell("record/damaged", record.damage);
    return;
  }
  const shape = shapeOf(record.content);
  if (shape.kind === "damaged") tell("record/damaged", shape.why);
  else if (shape.kind === "coordinate") {
    tell("geometry/coordinate", "A coordinate is no finite number.", { place: shape.place });
  } else if (shape.kind === "other") {
    const { type, place } = shape;
    const message = `The geometry is "${type}"; only polygons can be read.`;
    tell("geometry/not-polygon", message, { place, detail: { type } });
  } else if (shape.kind === "null" || shape.rings.every(({ length }) => length === 0)) {
    tell("geometry/null", "There is no geometry.");
  } else {
    const stray = "A hole lies in no outer ring; it was read as ground.";
    const onStray = (place: readonly [x: number, y: number]) =>
      tell("geometry/stray-hole", stray, { place });
    addRings(shape.rings, builder, onStray, tick);
  }
}

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const file = basename(path);
  const limits = limitsWith(options.limits);
  const { shp, shx, dbf } = await readParts(path, options, limits);
  const tick = timer(limits, file);
  let index = 0;
  let record = 0;
  let deleted = 0;
  const tell = teller(file, options, () => index);
  const builder = new RingBuilder((x, y) =>
    tell("geometry/unclosed-ring", "A ring does not end where it began.", { place: [x, y] }),
  );
  for (const one of shpRecords(shp, shx, file)) {
    const row = record++;
    if (dbf?.isDeleted(row)) {
      deleted++;
      continue;
    }
    builder.clear();
    addRecord(one, builder, tell, tick);
    const properties = dbf?.values(row);
    if (dbf !== undefined && properties === undefined) {
      tell("record/damaged", "The .dbf file has no attributes for it: it is cut short.");
    }
    yield { index, id: undefined, properties: properties ?? {}, ...builder.take() };
    index++;
  }
  sumUp(file, record, deleted, dbf, options);
}

/** What is left over when the shapes have been read. */
function sumUp(
  file: string,
  shapes: number,
  deleted: number,
  dbf: DbfTable | undefined,
  { onNote }: ReadOptions,
): void {
  const leftOut = (message: string) => onNote?.({ code: "file/left-out", message });
  if (deleted > 0) {
    const records = deleted === 1 ? "1 record that is" : `${deleted} records that are`;
    leftOut(`Left out of ${file}: ${records} marked as deleted.`);
  }
  const more = dbf === undefined ? 0 : dbf.rows - shapes;
  if (more > 0) {
    const rows = more === 1 ? "1 row" : `${more} rows`;
    leftOut(`Left out of ${file}: ${rows} of attributes to which there is no shape.`);
  }
}

/**
 * A `.shp` with, where they lie beside it, its `.dbf` (attributes), `.shx` (index), `.prj`
 * (coordinate reference system) and `.cpg` (encoding). `onBytes` is told of their bytes one file
 * after the other. See docs/decisions/0015-readers-that-tell.md.
 */
export const shapefile: Format = {
  id: "shapefile",
  title: "Shapefile",
  extensions: [".shp"],
  gzip: false,
  sniff: (head) => head.length >= 4 && head.readInt32BE(0) === 9994,
  read,
};
