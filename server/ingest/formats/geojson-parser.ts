import { AppError } from "../../core/errors.ts";
import { CoordinateFault, CoordinateScanner } from "./coordinates.ts";
import type { Finding, FindingCode, PolygonFeature } from "./format.ts";
import { type Draft, newDraft } from "./geojson-draft.ts";
import type { JsonBytes } from "./json-bytes.ts";
import { byteOrderMark, elements, members, type Steps, skip, string, value } from "./json-steps.ts";
import { RingBuilder, type RingMark } from "./ring-builder.ts";

/** Depth of the positions in each kind of geometry that we read. */
const DEPTHS: ReadonlyMap<string | undefined, number> = new Map([
  ["Polygon", 3],
  ["MultiPolygon", 4],
]);

/** Who is told what a parser reads. */
export interface GeoJsonListener {
  readonly onFeature: (feature: PolygonFeature) => void;
  readonly onCrs: (text: string) => void;
  /** Without it, the first finding but a null geometry or an open ring refuses the file. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

/** What a text may be besides a collection of features. */
const TEXTS: ReadonlySet<string | undefined> = new Set([
  "Feature",
  ...["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"],
  "GeometryCollection",
]);
const NO_GEOJSON =
  'This is JSON, and no GeoJSON: its "type" is none of GeoJSON\'s. Grants of the 360Giving standard are taken in with import --streams.';

/** Faults of one line that say nothing of the others. */
const PASSED_OVER: ReadonlySet<string> = new Set(["format/malformed", "geometry/coordinate"]);

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/**
 * Reads GeoJSON texts one after the other (one is usual, many make a newline-delimited file), with
 * their members in any order. A feature is handed over when its object ends.
 */
export class GeoJsonParser {
  private readonly rings: RingBuilder;
  private readonly coordinates: CoordinateScanner;
  private readonly source: JsonBytes;
  private readonly listener: GeoJsonListener;
  private features = 0;
  /** Findings that left the current feature without a geometry, or without part of it. */
  private lost = 0;
  /** Where the unclosed rings of the current geometry begin. */
  private openRings: (readonly [x: number, y: number])[] = [];
  /** Geometry collections around the current geometry. */
  private depth = 0;

  /** @param room coordinates that are expected; see {@link RingBuilder} */
  constructor(source: JsonBytes, listener: GeoJsonListener, room?: number) {
    this.source = source;
    this.listener = listener;
    this.rings = new RingBuilder((x, y) => void this.openRings.push([x, y]), room);
    this.coordinates = new CoordinateScanner(source, this.rings);
  }

  /**
   * Reads until the source is final and at its end.
   *
   * @param lines a text stands on each line; without it that is seen from the first
   */
  *texts(lines = false): Steps {
    const { source } = this;
    yield* byteOrderMark(source);
    let known = lines;
    let onOneLine = false;
    while (true) {
      const begun = source.lineFeeds;
      while (!source.token()) {
        if (source.final) return;
        yield;
      }
      known ||= onOneLine && source.lineFeeds > begun;
      if (this.listener.onFinding && (known || source.separated)) yield* this.line();
      else {
        const before = source.lineFeeds;
        yield* this.text();
        onOneLine = source.lineFeeds === before;
      }
    }
  }

  /** A text on a line of its own: where it is at fault, it is told of and the next line is read. */
  private *line(): Steps {
    const { source } = this;
    source.line = source.at;
    try {
      yield* this.text();
      source.line = -1;
    } catch (cause) {
      // A line that was too long to be held has no end to go on from.
      if (!(cause instanceof AppError && PASSED_OVER.has(cause.code)) || source.line < 0)
        throw cause;
      this.restart();
      while (!source.passLine() && !source.final) yield;
      const message = `The line is at fault and was passed over. ${String(cause.detail.what)}`;
      const finding = { code: "record/damaged", message, place: undefined, detail: {} } as const;
      this.listener.onFinding?.({ ...finding, feature: this.features });
      this.lost = 1;
      this.emit(newDraft());
    }
  }

  /** As before the first text, whatever was being read. */
  private restart(): void {
    this.rings.clear();
    this.openRings = [];
    this.depth = 0;
    this.source.mark = -1;
  }

  /** A FeatureCollection, a Feature or a geometry: only its `type`, wherever it stands, tells. */
  private *text(): Steps {
    const { source } = this;
    const draft = newDraft();
    let collected = false;
    this.rings.clear();
    const mark = this.rings.mark();
    yield* members(source, (name) => {
      if (name === "features" && (draft.type ?? "FeatureCollection") === "FeatureCollection") {
        collected = true;
        return elements(source, () => this.feature());
      }
      if (name === "crs") return value(source, "crs", (raw) => this.crs(raw));
      return this.featureMember(name, draft) ?? this.geometryMember(name, draft);
    });
    if (draft.type === "Topology") {
      source.fail("format/malformed", "This is TopoJSON. Name the file .topojson.");
    }
    if (draft.type === "FeatureCollection") {
      if (!collected) source.fail("format/malformed", 'A FeatureCollection without "features".');
    } else {
      if (!TEXTS.has(draft.type)) source.fail("format/malformed", NO_GEOJSON);
      source.feature = this.features + 1;
      if (collected) source.fail("format/malformed", '"features" outside a FeatureCollection.');
      if (draft.type !== "Feature") this.endGeometry(draft, mark);
      this.emit(draft);
    }
  }

  /** One element of `features`. */
  private *feature(): Steps {
    const { source } = this;
    const draft = newDraft();
    source.feature = this.features + 1;
    this.rings.clear();
    yield* members(source, (name) => this.featureMember(name, draft));
    if (draft.type !== "Feature") {
      source.fail("format/malformed", `A Feature is expected, not ${named(draft.type)}.`);
    }
    this.emit(draft);
  }

  private featureMember(name: string, draft: Draft): Steps | undefined {
    const { source } = this;
    if (name === "type") return this.type(draft);
    if (name === "geometry") return this.geometryOrNull();
    if (name === "id") {
      return value(source, "id", (raw) => {
        draft.id = typeof raw === "string" || typeof raw === "number" ? String(raw) : undefined;
      });
    }
    if (name !== "properties") return undefined;
    return value(source, "properties", (raw) => {
      if (raw !== null && !isRecord(raw)) {
        source.fail("format/malformed", '"properties" is neither an object nor null.');
      }
      draft.properties = isRecord(raw) ? raw : {};
    });
  }

  private type(draft: Draft): Steps {
    return string(this.source, (text) => {
      draft.type = text;
    });
  }

  private *geometryOrNull(): Steps {
    this.rings.clear();
    if (this.source.bytes[this.source.at] === 0x6e) {
      yield* value(this.source, "geometry", () => undefined);
    } else yield* this.geometry();
  }

  private *geometry(): Steps {
    const draft = newDraft();
    const mark = this.rings.mark();
    this.source.expectDepth(++this.depth);
    yield* members(this.source, (name) =>
      name === "type" ? this.type(draft) : this.geometryMember(name, draft),
    );
    this.depth--;
    this.endGeometry(draft, mark);
  }

  private geometryMember(name: string, draft: Draft): Steps | undefined {
    if (name !== "coordinates" && name !== "geometries") return undefined;
    if (draft.positionDepth >= 0 || draft.hasGeometries) {
      this.source.fail("format/malformed", `A geometry with "${name}" twice or beside another.`);
    }
    if (name === "coordinates") return this.scan(draft);
    draft.hasGeometries = true;
    return elements(this.source, () => this.geometry());
  }

  private *scan(draft: Draft): Steps {
    this.coordinates.restart();
    try {
      while (!this.coordinates.scan()) yield;
    } catch (cause) {
      if (!(cause instanceof CoordinateFault)) throw cause;
      if (!this.listener.onFinding) this.source.fail("geometry/coordinate", cause.message);
      draft.fault = cause.message;
      yield* skip(this.source, this.coordinates.depth);
    }
    draft.positionDepth = this.coordinates.positionDepth;
  }

  private endGeometry({ type, positionDepth, hasGeometries, fault }: Draft, mark: RingMark): void {
    const { source } = this;
    if (type === "GeometryCollection") {
      if (!hasGeometries) source.fail("format/malformed", 'A collection without "geometries".');
      return;
    }
    const depth = DEPTHS.get(type);
    if (depth === undefined) {
      const what = `The geometry is ${named(type)}; only polygons can be read.`;
      this.lose("geometry/not-polygon", what, "Take it out of the file.", mark, { type });
    } else if (fault !== undefined) {
      this.lose("geometry/coordinate", fault, "", mark, { type });
    } else if (positionDepth < 0) {
      source.fail("format/malformed", `A ${type} without "coordinates".`);
    } else if (positionDepth > 0 && positionDepth !== depth) {
      const what = `The coordinates are not nested as those of a ${type}.`;
      this.lose("geometry/coordinate", what, "", mark, { type });
    } else for (const place of this.openRings) this.openRing(place);
    this.openRings = [];
  }

  /** Leaves out a geometry that cannot be taken, or refuses the file where nobody hears of it. */
  private lose(
    code: FindingCode & ("geometry/not-polygon" | "geometry/coordinate"),
    message: string,
    advice: string,
    mark: RingMark,
    detail: Finding["detail"],
  ): void {
    const { onFinding } = this.listener;
    if (!onFinding) this.source.fail(code, advice === "" ? message : `${message} ${advice}`);
    const place = this.rings.firstSince(mark);
    this.rings.backTo(mark);
    this.lost++;
    onFinding({ code, feature: this.features, place, message, detail });
  }

  private openRing(place: readonly [x: number, y: number]): void {
    const message = "A ring does not end where it began.";
    const finding = { code: "geometry/unclosed-ring", message, detail: {} } as const;
    this.listener.onFinding?.({ ...finding, feature: this.features, place });
  }

  private emit(draft: Draft): void {
    const index = this.features++;
    const { id, properties } = draft;
    const shapes = this.rings.take();
    if (shapes.polygonRing.length === 1 && this.lost === 0) {
      const message = "There is no geometry.";
      const finding = { code: "geometry/null", message, place: undefined, detail: {} } as const;
      this.listener.onFinding?.({ ...finding, feature: index });
    }
    this.lost = 0;
    this.listener.onFeature({ index, id, properties, ...shapes });
  }

  /** The `crs` member of GeoJSON 2008: a name is told, null and an absent one are not. */
  private crs(raw: unknown): void {
    if (raw === null) return;
    const properties = isRecord(raw) ? raw.properties : undefined;
    const name = isRecord(properties) ? properties.name : undefined;
    this.listener.onCrs(typeof name === "string" ? name : JSON.stringify(raw));
  }
}

const named = (type: string | undefined) => (type === undefined ? "of no type" : `"${type}"`);
