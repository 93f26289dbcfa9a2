import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Unpacked } from "../archives/unpack.ts";
import { limitsWith } from "../limits.ts";
import { passOver } from "./file-bytes.ts";
import type { Format, Layer, PolygonFeature, ReadOptions } from "./format.ts";
import { chooseLayer } from "./layers.ts";

/** One layer of one file in an archive. */
interface Member {
  readonly path: string;
  readonly format: Format;
  /** Its name within its own file, where that has several. */
  readonly inner: string | undefined;
  readonly layer: Layer;
}

type FormatByName = (path: string) => Format | undefined;

async function membersOf(
  { paths, nameOf }: Unpacked,
  formatByName: FormatByName,
  options: ReadOptions,
): Promise<Member[]> {
  const members: Member[] = [];
  for (const path of paths) {
    const format = formatByName(path);
    if (format === undefined) continue;
    const name = nameOf(path);
    const inside = await format.layers?.(path, { limits: options.limits });
    if (inside === undefined || inside.length < 2) {
      const layer = { geometry: undefined, features: undefined, ...inside?.[0], name };
      members.push({ path, format, inner: undefined, layer });
    } else {
      for (const layer of inside) {
        const own = { ...layer, name: `${name}/${layer.name}` };
        members.push({ path, format, inner: layer.name, layer: own });
      }
    }
  }
  return members;
}

function nothingKnown(file: string, { paths, nameOf }: Unpacked): AppError {
  const names = paths.slice(0, 10).map(nameOf);
  const isWorkbook = paths.map(nameOf).includes("xl/workbook.xml");
  const message = isWorkbook
    ? `${file} is an Excel workbook. Name it .xlsx.`
    : `${file} holds no file of a known format. It holds ${names.join(", ") || "nothing"}${paths.length > 10 ? " …" : ""}.`;
  return new AppError(isWorkbook ? "format/other" : "format/unknown", message, { file, names });
}

/**
 * A zip archive of files of other formats, each layer of each file being a layer of the archive.
 * Whatever was unpacked is gone when the reading ends, however it ends.
 *
 * @param formatByName the format that the name of a file in the archive tells
 */
export function zipOf(formatByName: FormatByName): Format & { readonly id: "zip" } {
  async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
    const file = basename(path);
    const { unpack } = await import("../archives/unpack.ts");
    await passOver(path, options);
    const unpacked = await unpack(path, limitsWith(options.limits));
    try {
      const members = await membersOf(unpacked, formatByName, options);
      if (members.length === 0) throw nothingKnown(file, unpacked);
      const layers = members.map(({ layer }) => layer);
      const chosen = members[layers.indexOf(chooseLayer(layers, file, options))]!;
      const { onBytes: _told, ...rest } = options;
      yield* chosen.format.read(chosen.path, { ...rest, layer: chosen.inner });
    } finally {
      await unpacked.remove();
    }
  }

  async function layers(path: string, options: ReadOptions = {}): Promise<readonly Layer[]> {
    const { unpack } = await import("../archives/unpack.ts");
    const unpacked = await unpack(path, limitsWith(options.limits));
    try {
      return (await membersOf(unpacked, formatByName, options)).map(({ layer }) => layer);
    } finally {
      await unpacked.remove();
    }
  }

  return {
    id: "zip",
    title: "Zip archive of other formats",
    extensions: [".zip"],
    gzip: false,
    sniff: (head) => head.toString("latin1", 0, 4) === "PK\x03\x04",
    layers,
    read,
  };
}
