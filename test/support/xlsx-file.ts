import { type ZipPart, zipFile } from "./zip-file.ts";

/** A cell: text, a number, true or false, a day, a formula with its stored result, or an error. */
export type XlsxCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: number }
  | { readonly formula: string; readonly result: string | number }
  | { readonly error: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

function cellXml(cell: XlsxCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") {
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if ("day" in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  const type = typeof cell.result === "string" ? ' t="str"' : "";
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.result))}</v></c>`;
}

const letters = (column: number) => String.fromCharCode(65 + column);

function sheetXml(rows: readonly (readonly XlsxCell[])[]): string {
  const body = rows.map((cells, r) => {
    const written = cells.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join("");
    return cells.length === 0 ? "" : `<row r="${r + 1}">${written}</row>`;
  });
  return `${XML}<worksheet ${MAIN}><sheetData>${body.join("")}</sheetData></worksheet>`;
}

/** The files of a workbook, by sheet name; style 1 shows a number as a day. */
export function xlsxParts(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
): ZipPart[] {
  const names = Object.keys(sheets);
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, i) => write(name, i + 1)).join("");
  const workbook = each(
    (name, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  const links = each(
    (_, n) =>
      `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles = `${XML}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  return [
    {
      name: "[Content_Types].xml",
      bytes: `${XML}<Types xmlns="${PACKAGE}/content-types"></Types>`,
    },
    {
      name: "_rels/.rels",
      bytes: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      bytes: `${XML}<workbook ${MAIN} ${LINKS}><sheets>${workbook}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", bytes: styles },
    ...names.map((name, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      bytes: sheetXml(sheets[name]!),
    })),
  ];
}

/** An Excel workbook. */
export const xlsxFile = (sheets: Parameters<typeof xlsxParts>[0]): Buffer =>
  zipFile(xlsxParts(sheets));
