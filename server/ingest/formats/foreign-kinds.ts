import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";

/** A kind of file that people have and that is not read, with what to do about it. */
interface ForeignKind {
  readonly what: string;
  readonly advice: string;
  readonly extensions: readonly string[];
  /** How such a file begins; left out where that does not tell. */
  readonly begins?: RegExp;
}

const EXPORT = "Export it as GeoPackage, GeoJSON or shapefile.";
const SAVE = 'Save it as .xlsx ("Excel Workbook") or CSV.';

const FOREIGN: readonly ForeignKind[] = [
  {
    what: "a web page: the download has probably failed",
    advice: "Fetch it again, or save the file that the page offers.",
    extensions: [".html", ".htm"],
    begins: /^\s*(?:<!doctype html|<html)/i,
  },
  { what: "a PDF", advice: EXPORT, extensions: [".pdf"], begins: /^%PDF-/ },
  {
    what: "a picture",
    advice: "Outlines are read from files of shapes.",
    extensions: [".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"],
    begins: /^(?:.PNG\r\n|\u00ff\u00d8\u00ff|GIF8|II\*|MM.\*)/,
  },
  {
    what: "an old Excel or another Office file",
    advice: SAVE,
    extensions: [".xls", ".doc"],
    begins: /^\u00d0\u00cf.\u00e0/s,
  },
  {
    what: "an OpenDocument file or a binary workbook",
    advice: SAVE,
    extensions: [".ods", ".xlsb"],
  },
  { what: "a MapInfo file", advice: EXPORT, extensions: [".tab", ".mif", ".map", ".dat"] },
  { what: "a drawing", advice: EXPORT, extensions: [".dwg", ".dxf"], begins: /^AC10\d\d/ },
  {
    what: "GML",
    advice: EXPORT,
    extensions: [".gml"],
    begins: /^[^<\w{]*(?=<)[\s\S]*?<(?:gml:|wfs:)\w*FeatureCollection/,
  },
  {
    what: "a track of a GPS",
    advice: EXPORT,
    extensions: [".gpx"],
    begins: /^[^<\w{]*(?=<)[\s\S]*?<gpx[\s>]/,
  },
  { what: "a GeoParquet file", advice: EXPORT, extensions: [".parquet"], begins: /^PAR1/ },
  { what: "a file geodatabase", advice: EXPORT, extensions: [".gdb", ".gdbtable"] },
  {
    what: "a project of a mapping program, which holds no shapes of its own",
    advice: "Give the files that it shows.",
    extensions: [".qgz", ".qgs", ".mxd", ".aprx", ".lyr"],
  },
  {
    what: "a part of a shapefile",
    advice: "Give the .shp file, with the others beside it.",
    extensions: [".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx"],
  },
  {
    what: "an archive of another kind than zip",
    advice: "Unpack it first.",
    extensions: [".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz"],
    begins: /^(?:7z\u00bc\u00af|Rar!|BZh|\u00fd7zXZ)/,
  },
];

function refusal(path: string, kind: ForeignKind | undefined): AppError | undefined {
  if (kind === undefined) return undefined;
  const file = basename(path);
  return new AppError("format/other", `${file} is ${kind.what}. ${kind.advice}`, { file });
}

/** The refusal of a file that begins as one of a kind that is known and not read, or nothing. */
export function foreignByBytes(path: string, head: Buffer): AppError | undefined {
  const start = head.toString("latin1");
  return refusal(
    path,
    FOREIGN.find(({ begins }) => begins?.test(start)),
  );
}

/** The refusal of a file that is named as one of such a kind, or nothing. */
export function foreignByName(path: string): AppError | undefined {
  const name = basename(path).toLowerCase();
  return refusal(
    path,
    FOREIGN.find(({ extensions }) => extensions.some((ending) => name.endsWith(ending))),
  );
}
