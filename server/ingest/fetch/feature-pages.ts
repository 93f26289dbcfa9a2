/** All features of a service, page by page, kept on disk so that a break loses one page at most. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { type Asking, askService } from "./ask-service.ts";

/** What the layer's own resource says; other members are let be. */
const layerSchema = z.object({
  objectIdField: z.string().min(1),
  maxRecordCount: z.number().int().positive(),
});
const countSchema = z.object({ count: z.number().int().nonnegative() });
/** GeoJSON says so under `properties`, Esri JSON at the top. */
const pageSchema = z.object({
  features: z.array(z.record(z.string(), z.unknown())),
  exceededTransferLimit: z.boolean().optional(),
  properties: z.object({ exceededTransferLimit: z.boolean().optional() }).optional(),
});
export type PageFeature = z.output<typeof pageSchema>["features"][number];

/** More features than any layer of areas of a country has. */
export const MOST_FEATURES = 500_000;
/** Features a page: outlines of a thousand wards are a few megabytes. */
const PAGE = 1000;

const stateSchema = z.object({
  layer: z.string(),
  count: z.number(),
  objectId: z.string(),
  page: z.number(),
  /** Features of each page that is kept. */
  pages: z.array(z.number()),
});
type State = z.output<typeof stateSchema>;

export interface PagesOptions extends Asking {
  /** The layer's address, ending in `/FeatureServer/0`. */
  readonly layer: string;
  /** Which features, in SQL. */
  readonly where: string;
  /** Outlines as GeoJSON in WGS 84, or rows without them. */
  readonly outlines: boolean;
  /** A folder for what is fetched so far. */
  readonly partial: string;
  readonly onShare?: ((share: number) => void) | undefined;
}

export interface FetchedFeatures {
  readonly count: number;
  /** How many pages were there from an earlier run. */
  readonly resumed: number;
  /** Every feature, page by page in the order of object ids. */
  readonly features: () => Generator<PageFeature>;
}

/**
 * Fetches what is missing. A service that changes meanwhile is noticed: by its count, before and after,
 * and by object ids that come twice.
 *
 * @throws AppError fetch/refused, fetch/unreachable, fetch/changed, limit/features, work/cancelled
 */
export async function fetchPages(options: PagesOptions): Promise<FetchedFeatures> {
  const { layer, partial } = options;
  const { objectIdField, maxRecordCount } = await askService(
    `${layer}?f=json`,
    layerSchema,
    options,
  );
  const count = await countOf(options);
  if (count > MOST_FEATURES) {
    throw new AppError(
      "limit/features",
      `${layer} has ${count} features; at most ${MOST_FEATURES} are fetched.`,
      { layer, count },
    );
  }
  const page = Math.min(PAGE, maxRecordCount);
  const state = stateIn(partial, { layer, count, objectId: objectIdField, page, pages: [] });
  const resumed = state.pages.length;
  const seen = new Set(idsIn(partial, state));
  let fetched = state.pages.reduce((sum, features) => sum + features, 0);
  while (fetched < count) {
    const features = await nextPage(options, state, fetched, seen);
    writeWhole(join(partial, pageName(state.pages.length)), JSON.stringify(features));
    state.pages.push(features.length);
    writeWhole(join(partial, "state.json"), JSON.stringify(state));
    fetched += features.length;
    options.onShare?.(count === 0 ? 1 : fetched / count);
  }
  if (fetched !== count || (await countOf(options)) !== count) throw changed(options);
  return { count, resumed, features: () => featuresIn(partial, state) };
}

async function countOf(options: PagesOptions): Promise<number> {
  const parameters = new URLSearchParams({
    where: options.where,
    returnCountOnly: "true",
    f: "json",
  });
  const address = `${options.layer}/query?${parameters}`;
  return (await askService(address, countSchema, options)).count;
}

/** A page that repeats what was there is asked for once more: a server behind may have lagged. */
async function nextPage(
  options: PagesOptions,
  state: State,
  offset: number,
  seen: Set<string>,
): Promise<PageFeature[]> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = await askService(pageAddress(options, state, offset), pageSchema, options);
    const ids = reply.features.map((feature) => idOf(feature, state.objectId));
    const fresh = new Set(ids);
    const repeats = fresh.size < ids.length || ids.some((id) => seen.has(id));
    const more = reply.exceededTransferLimit ?? reply.properties?.exceededTransferLimit ?? false;
    const ends = offset + ids.length >= state.count || more || ids.length === state.page;
    if (!repeats && ids.length > 0 && ends) {
      for (const id of ids) seen.add(id);
      return reply.features;
    }
  }
  throw changed(options);
}

function pageAddress(
  { layer, where, outlines }: PagesOptions,
  state: State,
  offset: number,
): string {
  const parameters = new URLSearchParams({
    where,
    outFields: "*",
    returnGeometry: String(outlines),
    ...(outlines ? { outSR: "4326" } : {}),
    orderByFields: state.objectId,
    resultOffset: String(offset),
    resultRecordCount: String(state.page),
    f: outlines ? "geojson" : "json",
  });
  return `${layer}/query?${parameters}`;
}

/** GeoJSON has the id at the feature or among its properties, Esri JSON among the attributes. */
function idOf(feature: PageFeature, field: string): string {
  const { id, properties, attributes } = feature;
  const own = (attributes ?? properties) as Readonly<Record<string, unknown>> | null | undefined;
  return String(own?.[field] ?? id ?? JSON.stringify(feature));
}

/** A service that has another count now than when the pages were fetched is fetched anew. */
function stateIn(partial: string, fresh: State): State {
  const path = join(partial, "state.json");
  const known = existsSync(path) ? stateSchema.safeParse(readJson(path)) : undefined;
  const old = known?.success ? known.data : undefined;
  const same =
    old?.layer === fresh.layer &&
    old.count === fresh.count &&
    old.objectId === fresh.objectId &&
    old.page === fresh.page &&
    old.pages.every((features, page) => pageIn(partial, page)?.length === features);
  if (old && same) return old;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  return fresh;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function pageIn(partial: string, page: number): PageFeature[] | undefined {
  const features = z
    .array(z.record(z.string(), z.unknown()))
    .safeParse(readJson(join(partial, pageName(page))));
  return features.success ? features.data : undefined;
}

function* featuresIn(partial: string, state: State): Generator<PageFeature> {
  for (let page = 0; page < state.pages.length; page++) yield* pageIn(partial, page) ?? [];
}

function* idsIn(partial: string, state: State): Generator<string> {
  for (const feature of featuresIn(partial, state)) yield idOf(feature, state.objectId);
}

const pageName = (page: number) => `page-${String(page).padStart(5, "0")}.json`;

/** Beside its place first, so that it is whole or not there. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

function changed({ layer, partial }: PagesOptions): AppError {
  rmSync(partial, { recursive: true, force: true });
  return new AppError(
    "fetch/changed",
    `${layer} changed while it was fetched: features came twice or their number is another. Nothing ` +
      "was kept; try again later.",
    { layer },
  );
}
