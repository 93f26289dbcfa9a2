import { CoordinateScanner } from "./coordinates.ts";
import type { PolygonFeature } from "./format.ts";
import type { JsonBytes } from "./json-bytes.ts";
import { byteOrderMark, elements, members, type Steps, string, value } from "./json-steps.ts";
import { RingBuilder } from "./ring-builder.ts";

/** Depth of the positions in each kind of geometry that we read. */
const DEPTHS: Readonly<Record<string, number>> = { Polygon: 3, MultiPolygon: 4 };

/** What is known of a feature, or of a geometry on its own, while it is read. */
interface Draft {
  type: string | undefined;
  id: string | undefined;
  properties: Readonly<Record<string, unknown>>;
  /** How many positions deep its own `coordinates` were, -1 where it has none. */
  positionDepth: number;
  hasGeometries: boolean;
}

const newDraft = (): Draft => ({
  type: undefined,
  id: undefined,
  properties: {},
  positionDepth: -1,
  hasGeometries: false,
});

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/**
 * Reads GeoJSON texts one after the other (one is usual, many make a newline-delimited file), with
 * their members in any order. A feature is handed over when its object ends.
 */
export class GeoJsonParser {
  private readonly rings = new RingBuilder();
  private readonly coordinates: CoordinateScanner;
  private readonly source: JsonBytes;
  private readonly onFeature: (feature: PolygonFeature) => void;
  private readonly onCrs: (text: string) => void;
  private features = 0;

  constructor(
    source: JsonBytes,
    onFeature: (feature: PolygonFeature) => void,
    onCrs: (text: string) => void,
  ) {
    this.source = source;
    this.coordinates = new CoordinateScanner(source, this.rings);
    this.onFeature = onFeature;
    this.onCrs = onCrs;
  }

  /** Reads until the source is final and at its end. */
  *texts(): Steps {
    const { source } = this;
    yield* byteOrderMark(source);
    while (true) {
      while (!source.token()) {
        if (source.final) return;
        yield;
      }
      yield* this.text();
    }
  }

  /** A FeatureCollection, a Feature or a geometry: only its `type`, wherever it stands, tells. */
  private *text(): Steps {
    const { source } = this;
    const draft = newDraft();
    let collected = false;
    this.rings.clear();
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
      source.feature = this.features + 1;
      if (collected) source.fail("format/malformed", '"features" outside a FeatureCollection.');
      if (draft.type !== "Feature") this.endGeometry(draft);
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
    yield* members(this.source, (name) =>
      name === "type" ? this.type(draft) : this.geometryMember(name, draft),
    );
    this.endGeometry(draft);
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
    while (!this.coordinates.scan()) yield;
    draft.positionDepth = this.coordinates.positionDepth;
  }

  private endGeometry({ type, positionDepth, hasGeometries }: Draft): void {
    const { source } = this;
    if (type === "GeometryCollection") {
      if (!hasGeometries) source.fail("format/malformed", 'A collection without "geometries".');
      return;
    }
    const depth = DEPTHS[type ?? ""];
    if (depth === undefined) {
      source.fail(
        "geometry/not-polygon",
        `The geometry is ${named(type)}; only polygons can be read. Take it out of the file.`,
      );
    }
    if (positionDepth < 0) source.fail("format/malformed", `A ${type} without "coordinates".`);
    if (positionDepth > 0 && positionDepth !== depth) {
      source.fail("geometry/coordinate", `The coordinates are not nested as those of a ${type}.`);
    }
  }

  private emit(draft: Draft): void {
    const index = this.features++;
    const { id, properties } = draft;
    this.onFeature({ index, id, properties, ...this.rings.take() });
  }

  /** The `crs` member of GeoJSON 2008: a name is told, null and an absent one are not. */
  private crs(raw: unknown): void {
    if (raw === null) return;
    const properties = isRecord(raw) ? raw.properties : undefined;
    const name = isRecord(properties) ? properties.name : undefined;
    this.onCrs(typeof name === "string" ? name : JSON.stringify(raw));
  }
}

const named = (type: string | undefined) => (type === undefined ? "of no type" : `"${type}"`);
