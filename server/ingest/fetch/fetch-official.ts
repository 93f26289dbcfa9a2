/** Official layers into a folder that `load --boundaries` takes. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { guard, quoted } from "../../contract/csv-guard.ts";
import type { Progress } from "../../core/overlay/model.ts";
import type { Asking } from "./ask-service.ts";
import { type FetchedFeatures, fetchPages } from "./feature-pages.ts";
import { type LocatedLayer, locateService } from "./locate-service.ts";
import {
  OFFICIAL_ACCURACY,
  OFFICIAL_ATTRIBUTION,
  OFFICIAL_LICENCE,
  type OfficialLayer,
} from "./official-layers.ts";

export interface FetchOptions extends Asking {
  readonly layers: readonly OfficialLayer[];
  /** The services' address, without a slash at its end. */
  readonly address: string;
  /** Layer -> the name of its service, where it is another than ours. */
  readonly services?: ReadonlyMap<string, string> | undefined;
  readonly folder: string;
  /** The day, for the record. */
  readonly today: string;
  readonly progress?: Progress | undefined;
}

/** One layer that was fetched, as `fetched.json` records it. */
export interface FetchedLayer {
  readonly layer: string;
  readonly title: string;
  readonly file: string;
  readonly features: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly address: string;
  readonly fetched_on: string;
  readonly attribution: string;
  readonly licence: string;
  /** Pages that an earlier run had fetched. */
  readonly resumed_pages: number;
}

/**
 * Fetch layers, one after the other. Each stands in the folder whole once it is there; what a break
 * leaves is gone on with by the same call.
 *
 * @throws AppError as `fetchPages`
 */
export async function fetchOfficial(options: FetchOptions): Promise<FetchedLayer[]> {
  const { layers, folder, progress } = options;
  mkdirSync(folder, { recursive: true });
  const fetched: FetchedLayer[] = [];
  for (const [i, layer] of layers.entries()) {
    const named = options.services?.get(layer.id);
    const located = await locateService(options.address, layer, named, options);
    const { address, fields, where } = located;
    const partial = join(folder, ".partial", layer.id);
    const found = await fetchPages({
      ...options,
      layer: address,
      where,
      outlines: fields !== undefined,
      partial,
      onShare: (share) => progress?.(`fetch ${layer.id}`, (i + share) / layers.length),
    });
    const file = fields ? `${layer.id}.geojson` : `${layer.id}.csv`;
    const path = join(folder, file);
    const sha256 = write(path, fields ? geojsonOf(found) : csvOf(found));
    const record = {
      layer: layer.id,
      title: wordsFor(layer, located.service).title,
      file,
      features: found.count,
      bytes: statSync(path).size,
      sha256,
      address,
      fetched_on: options.today,
      attribution: OFFICIAL_ATTRIBUTION,
      licence: OFFICIAL_LICENCE,
      resumed_pages: found.resumed,
    };
    fetched.push(record);
    keepRecord(folder, record);
    describe(folder, layer, located, file);
    rmSync(partial, { recursive: true, force: true });
  }
  return fetched;
}

function write(path: string, chunks: Iterable<string>): string {
  const hash = createHash("sha256");
  const part = `${path}.part`;
  rmSync(part, { force: true });
  for (const chunk of chunks) {
    hash.update(chunk);
    writeFileSync(part, chunk, { flag: "a" });
  }
  renameSync(part, path);
  return `sha256:${hash.digest("hex")}`;
}

function* geojsonOf({ features }: FetchedFeatures): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let first = true;
  for (const feature of features()) {
    yield `${first ? "" : ",\n"}${JSON.stringify(feature)}`;
    first = false;
  }
  yield "\n]}\n";
}

/** RFC 4180, a row a feature, the columns of the first. */
function* csvOf({ features }: FetchedFeatures): Generator<string> {
  let columns: readonly string[] | undefined;
  for (const { attributes } of features()) {
    const row = (attributes ?? {}) as Readonly<Record<string, unknown>>;
    if (columns === undefined) {
      columns = Object.keys(row);
      yield `${columns.map(cell).join(",")}\r\n`;
    }
    yield `${columns.map((column) => cell(row[column])).join(",")}\r\n`;
  }
}

function cell(value: unknown): string {
  if (typeof value === "number") return String(value);
  return quoted(guard(value === null || value === undefined ? "" : String(value)));
}

/** What was fetched from where, by layer. */
function keepRecord(folder: string, record: FetchedLayer): void {
  const path = join(folder, "fetched.json");
  const known: FetchedLayer[] = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
  const others = known.filter(({ layer }) => layer !== record.layer);
  const all = [...others, record].sort((a, b) => (a.layer < b.layer ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
}

/** What a layer is called: of another service than ours, what that service is called. */
function wordsFor(
  own: Pick<OfficialLayer, "title" | "vintage" | "service">,
  service: string,
): { readonly title: string; readonly vintage: string } {
  if (service === own.service) return own;
  const title = service.replaceAll("_", " ");
  const vintage = /(?:[A-Z][a-z]+ )?(?:19|20)\d\d/.exec(title)?.[0] ?? "as its service is named";
  return { title, vintage };
}

interface Manifest {
  readonly layers: readonly { readonly id: string }[];
}

/** The folder's manifest, with this layer as a reference layer. */
function describe(
  folder: string,
  { id, ...layerWords }: OfficialLayer,
  { fields, service }: LocatedLayer,
  file: string,
): void {
  if (!fields) return;
  const { title, vintage } = wordsFor(layerWords, service);
  const path = join(folder, "manifest.json");
  const known: Manifest = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : { layers: [] };
  const layer = {
    file,
    id: `official-${id}`,
    title,
    vintage,
    ...fields,
    grade: "generalised",
    ...(/_BGC(_|$)/.test(service) ? { accuracy_m: OFFICIAL_ACCURACY } : {}),
    attribution: OFFICIAL_ATTRIBUTION,
    licence: OFFICIAL_LICENCE,
  };
  const layers = [...known.layers.filter((one) => one.id !== layer.id), layer];
  writeFileSync(path, `${JSON.stringify({ layers }, null, 2)}\n`);
}
