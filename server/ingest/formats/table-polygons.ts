import { AppError } from "../../core/errors.ts";
import { readTable } from "../tables/read-table.ts";
import { cellPlace, type Table } from "../tables/table.ts";
import type { PolygonFeature, ReadOptions } from "./format.ts";
import { RingBuilder } from "./ring-builder.ts";
import { type Tell, teller } from "./tell.ts";
import { addWkt, looksLikeWkt, WktFault } from "./wkt.ts";

/** Names of columns that hold a place as two numbers. */
const LONGITUDE = /^(?:lon|long|lng|longitude|x|easting|eastings|x_?coord)$/i;
const LATITUDE = /^(?:lat|latitude|y|northing|northings|y_?coord)$/i;
/** Rows that are looked at to find the column of outlines. */
const LOOKED_AT = 50;

/** The column whose first filled cell is well-known text, or -1. */
function outlineColumn({ header, rows }: Table): number {
  const firsts = rows.slice(0, LOOKED_AT);
  return header.findIndex((_, column) => {
    const cell = firsts.map(({ cells }) => cells[column]).find(Boolean);
    return cell !== undefined && looksLikeWkt(cell);
  });
}

/** A table without outlines is no mistake: only this is not where it is read. */
function noOutlines({ file, header }: Table): AppError {
  const x = header.find((name) => LONGITUDE.test(name));
  const y = header.find((name) => LATITUDE.test(name));
  const what =
    x !== undefined && y !== undefined
      ? `${file} holds points (columns "${x}" and "${y}"), and only outlines can be laid over each other.`
      : `${file} holds a table without outlines: no column has well-known text such as POLYGON ((…)).`;
  const advice =
    x !== undefined && y !== undefined
      ? "Draw an outline round each first."
      : "If it lists codes or names of areas, import it with a reference layer.";
  return new AppError("format/no-polygons", `${what} ${advice}`, { file, header });
}

function addCell(text: string, builder: RingBuilder, tell: Tell): number | undefined {
  if (text === "") {
    tell("geometry/null", "There is no geometry.");
    return undefined;
  }
  const mark = builder.mark();
  let lost = false;
  try {
    const srid = addWkt(text, builder, (...found) => {
      lost ||= found[0] !== "geometry/unclosed-ring";
      tell(...found);
    });
    if (!lost && builder.mark().polygons === mark.polygons) {
      tell("geometry/null", "Its geometry is empty.");
    }
    return srid;
  } catch (cause) {
    if (!(cause instanceof WktFault)) throw cause;
    builder.backTo(mark);
    tell("record/damaged", cause.message);
    return undefined;
  }
}

/** Excel keeps no more of a cell than this, and says nothing when it cuts. */
const EXCEL_CELL = 32_767;

function refuseCut(table: Table, row: number, column: number, text: string): void {
  if (table.format !== "xlsx" || text.length < EXCEL_CELL) return;
  const message = `${table.file}, ${cellPlace(table, row, column)}: the outline fills the cell, so Excel has cut it off. Keep outlines in CSV or GeoPackage.`;
  throw new AppError("format/malformed", message, { file: table.file, row });
}

/**
 * Reads the rows of a table one of whose columns holds outlines in well-known text; the other
 * columns are fields, as text.
 *
 * @throws AppError what `readTable` throws; format/no-polygons where no column holds outlines
 */
export async function* readTablePolygons(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<PolygonFeature> {
  const { layer: sheet, limits, onBytes } = options;
  const table = await readTable(path, { sheet, limits, ...(onBytes && { onBytes }) });
  for (const note of table.notes) options.onNote?.(note);
  const column = outlineColumn(table);
  if (column < 0) throw noOutlines(table);
  const { file, header, rows } = table;
  let index = 0;
  const tell = teller(file, options, () => index);
  const builder = new RingBuilder((x, y) =>
    tell("geometry/unclosed-ring", "A ring does not end where it began.", { place: [x, y] }),
  );
  for (const { row, cells } of rows) {
    builder.clear();
    const outline = cells[column] ?? "";
    refuseCut(table, row, column, outline);
    const srid = addCell(outline, builder, tell);
    if (srid !== undefined) options.onCrs?.(`EPSG:${srid}`);
    const properties = Object.fromEntries(
      header.flatMap((name, c) => (c === column ? [] : [[name, cells[c] ?? ""]])),
    );
    yield { index, id: undefined, properties, ...builder.take() };
    index++;
  }
}
