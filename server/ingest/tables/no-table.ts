import { AppError } from "../../core/errors.ts";

/** Files of shapes that people give where a table is asked for, by how they begin. */
const SHAPES: readonly { readonly what: string; readonly begins: RegExp }[] = [
  { what: "JSON, as GeoJSON is", begins: /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*["}]|\[\s*[{\]])/ },
  { what: "XML, as KML is", begins: /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|kml)/i },
  { what: "a GeoPackage", begins: /^SQLite format 3\0/ },
  { what: "a FlatGeobuf file", begins: /^fgb/ },
  { what: "a shapefile", begins: /^\0\0\x27\n/ },
];
const HEAD_BYTES = 512;

/** @throws AppError format/other, so that a file of shapes is not called a bad CSV file */
export function expectTable(bytes: Buffer, file: string): void {
  const head = bytes.subarray(0, HEAD_BYTES).toString("latin1");
  const found = SHAPES.find(({ begins }) => begins.test(head));
  if (found === undefined) return;
  throw new AppError(
    "format/other",
    `${file} is ${found.what}, and a table is wanted: a CSV file, an Excel workbook (.xlsx) or a dBASE table (.dbf). Shapes are taken in with --programme or --reference.`,
    { file },
  );
}
