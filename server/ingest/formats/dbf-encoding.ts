import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/**
 * Code pages by the language driver id in a table's header.
 * @source dBASE language drivers, as listed in the documentation of dBASE and Visual FoxPro
 */
const CODE_PAGES: Readonly<Record<number, readonly number[]>> = {
  437: [0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b],
  737: [0x6a, 0x86],
  850: [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37],
  852: [0x1f, 0x22, 0x23, 0x40, 0x64, 0x87],
  857: [0x6b, 0x88],
  860: [0x24],
  861: [0x67],
  863: [0x1c, 0x6c],
  865: [0x08, 0x17, 0x66],
  866: [0x26, 0x65],
  874: [0x50, 0x7c],
  932: [0x13, 0x7b],
  936: [0x4d, 0x7a],
  949: [0x4e, 0x79],
  950: [0x4f, 0x78],
  1250: [0xc8],
  1251: [0xc9],
  1252: [0x03, 0x57, 0x58, 0x59],
  1253: [0xcb],
  1254: [0xca],
  1255: [0x7d],
  1256: [0x7e],
  1257: [0xcc],
};

const MAC_ROMAN = 0x04;

const PAGE_OF = new Map(
  Object.entries(CODE_PAGES).flatMap(([page, ids]) => ids.map((id) => [id, `cp${page}`] as const)),
);

/** The encoding that a language driver id stands for; `undefined` for 0 and any that is unknown. */
export function encodingOfDriver(id: number): string | undefined {
  return id === MAC_ROMAN ? "macroman" : PAGE_OF.get(id);
}

/** Names that programs write into `.cpg` files and that no table of encodings has. */
const SPELT: readonly (readonly [RegExp, (number: string) => string])[] = [
  [/^(?:cp|windows|ms|win|ansi|oem|ibm)?65001$/, () => "utf8"],
  [/^(?:cp|windows|ms|win|ansi|oem|ibm)?(\d{3,4})$/, (page) => `cp${page}`],
  [/^(?:iso)?8859(\d{1,2})$/, (part) => `iso8859${part}`],
  [/^ldid(\d+)$/, (id) => encodingOfDriver(Number(id)) ?? ""],
  [/^utf16$/, () => "utf16le"],
  [/^sjis$/, () => "shiftjis"],
];

/**
 * The encoding that a `.cpg` file names: `UTF-8`, `1252`, `ANSI 1252`, `88591`, `ISO 8859-2`,
 * `LDID/87`, `Big5` and whatever else iconv knows.
 *
 * @returns `undefined` where the name is unknown
 */
export function encodingOfName(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const spelt = SPELT.map(([form, make]) => {
    const found = form.exec(plain);
    return found === null ? undefined : make(found[1] ?? "");
  }).find((made) => made !== undefined);
  const encoding = spelt ?? plain;
  return encoding !== "" && iconv.encodingExists(encoding) ? encoding : undefined;
}

/** How a table's texts are read, and whether that is known. */
export interface TextDecoding {
  readonly decode: (bytes: Buffer) => string;
  /** What the encoding is called. */
  readonly encoding: string;
  /** What says so; `undefined` where it was assumed. */
  readonly basis: "cpg" | "driver" | undefined;
}

export const decoding = (encoding: string, basis: TextDecoding["basis"]): TextDecoding => ({
  encoding,
  basis,
  decode: (bytes) => iconv.decode(bytes, encoding),
});

/**
 * The encoding of a table that does not say: UTF-8 where the bytes can be that, else Windows-1252,
 * the custom of the format.
 */
export const assumedDecoding = (texts: Buffer): TextDecoding =>
  decoding(isUtf8(texts) ? "utf8" : "cp1252", undefined);
