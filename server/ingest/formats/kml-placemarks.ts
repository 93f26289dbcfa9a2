import { type SaxesAttributePlain, SaxesParser } from "saxes";
import { AppError } from "../../core/errors.ts";
import { beyond, type Limits } from "../limits.ts";
import type { PolygonFeature } from "./format.ts";
import type { RingBuilder, RingMark } from "./ring-builder.ts";
import type { Tell } from "./tell.ts";

/** Shapes that are no polygons, as KML calls them, by what other formats call them. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["Point", "Point"],
  ["LineString", "LineString"],
  ["LinearRing", "LineString"],
  ["Model", "Model"],
  ["Track", "LineString"],
  ["MultiTrack", "MultiLineString"],
]);
/** Plain fields of a placemark that people fill in. */
const FIELDS = new Set(["name", "description", "address", "phoneNumber"]);

/** Who is told what stands in a KML document. */
export interface KmlListener {
  readonly onFeature: (feature: Omit<PolygonFeature, "index">) => void;
  readonly tell: Tell;
  /** Told of links to data that lies elsewhere, which is never fetched. */
  readonly onLink: () => void;
}

/** A placemark while it is read. */
interface Draft {
  readonly id: string | undefined;
  readonly fields: [name: string, value: string][];
  lost: boolean;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** `x,y` or `x,y,z`, with white space only between positions. */
const POSITION = /^([^,]+),([^,]+)(?:,[^,]*)?$/;

/**
 * Reads KML as it arrives: one feature a placemark, in the order of the document, with its name, its
 * description and its extended data as fields. A document that defines entities is refused; the
 * parser knows none but the five of XML.
 */
export class KmlReader {
  private readonly parser = new SaxesParser({ position: true });
  private readonly builder: RingBuilder;
  private readonly listener: KmlListener;
  private readonly file: string;
  private readonly limits: Limits;
  private readonly path: string[] = [];
  private text = "";
  private placemark: Draft | undefined;
  /** Name of the extended data being read. */
  private data: string | undefined;
  private polygon: RingMark | undefined;
  /** The shape being read that is no polygon. */
  private other: string | undefined;
  private seenRoot = false;

  constructor(file: string, limits: Limits, builder: RingBuilder, listener: KmlListener) {
    this.file = file;
    this.limits = limits;
    this.builder = builder;
    this.listener = listener;
    this.parser.on("error", (error) => this.fail(error.message));
    this.parser.on("doctype", (text) => {
      if (text.includes("<!ENTITY")) this.fail("it defines entities, which are never expanded");
    });
    this.parser.on("opentag", ({ name, attributes }) => this.open(localName(name), attributes));
    this.parser.on("text", (text) => this.gather(text));
    this.parser.on("cdata", (text) => this.gather(text));
    this.parser.on("closetag", ({ name }) => this.close(localName(name)));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.parser.close();
  }

  private fail(why: string): never {
    const { line, column } = this.parser;
    const plain = why.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    const message = `${this.file}, line ${line}: this is no KML that can be read: ${plain}.`;
    throw new AppError("format/malformed", message, { file: this.file, line, column });
  }

  private gather(text: string): void {
    this.text += text;
    const within = this.path[this.path.length - 1] === "coordinates";
    if (!within && this.text.length > this.limits.fieldLength) {
      throw beyond("fieldLength", this.limits, this.file);
    }
  }

  private open(name: string, attributes: Record<string, SaxesAttributePlain | string>): void {
    if (!this.seenRoot && !/^(kml|Document|Folder|Placemark)$/.test(name)) {
      this.fail(`it begins with <${name}>`);
    }
    this.seenRoot = true;
    this.path.push(name);
    if (this.path.length > this.limits.depth) throw beyond("depth", this.limits, this.file);
    this.text = "";
    const attribute = (key: string) =>
      Object.hasOwn(attributes, key) ? String(attributes[key]) : undefined;
    if (name === "NetworkLink") this.listener.onLink();
    if (name === "Placemark") {
      this.builder.clear();
      this.placemark = { id: attribute("id"), fields: [], lost: false };
    } else if (name === "Data" || name === "SimpleData") this.data = attribute("name");
    else if (name === "Polygon") this.polygon = this.builder.mark();
    else if (OTHERS.has(name) && this.polygon === undefined) this.other ??= name;
  }

  private close(name: string): void {
    const text = this.text.trim();
    this.text = "";
    this.path.pop();
    if (this.placemark === undefined) return;
    const parent = this.path[this.path.length - 1];
    if (name === "Placemark") this.emit(this.placemark);
    else if (FIELDS.has(name) && parent === "Placemark") this.placemark.fields.push([name, text]);
    else if (name === "SimpleData" || (name === "value" && parent === "Data")) {
      if (this.data !== undefined) this.placemark.fields.push([this.data, text]);
    } else if (name === "coordinates") this.coordinates(text);
    else if (name === "Polygon") this.endPolygon();
    else if (name === this.other) this.endOther(undefined);
  }

  private coordinates(text: string): void {
    if (this.polygon === undefined) {
      if (this.other !== undefined) this.endOther(placeOf(text.split(/\s+/, 1)[0] ?? ""));
      return;
    }
    for (const position of text.split(/\s+/)) {
      if (position === "") continue;
      const place = placeOf(position);
      if (place === undefined) {
        this.losePolygon(
          `A position is "${position.slice(0, 40)}", which is no longitude and latitude.`,
        );
        return;
      }
      this.builder.vertex(...place);
    }
    this.builder.endRing();
  }

  private losePolygon(message: string): void {
    if (this.polygon === undefined || this.placemark === undefined) return;
    const place = this.builder.firstSince(this.polygon);
    this.builder.backTo(this.polygon);
    this.placemark.lost = true;
    this.listener.tell("geometry/coordinate", message, { place });
    // What else belongs to this polygon is read, and comes to nothing.
    this.polygon = undefined;
    this.other = "Polygon";
  }

  private endPolygon(): void {
    if (this.polygon !== undefined) this.builder.endPolygon();
    this.polygon = undefined;
    this.other = undefined;
  }

  private endOther(place: readonly [number, number] | undefined): void {
    const { other, placemark } = this;
    if (other === "Polygon" || placemark === undefined || other === undefined) return;
    this.other = undefined;
    placemark.lost = true;
    const type = OTHERS.get(other)!;
    const message = `The geometry is "${type}"; only polygons can be read.`;
    this.listener.tell("geometry/not-polygon", message, { place, detail: { type } });
  }

  private emit({ id, fields, lost }: Draft): void {
    this.placemark = undefined;
    if (!lost && this.builder.mark().polygons === 1) {
      this.listener.tell("geometry/null", "There is no geometry.");
    }
    // The first of equal names stays: a placemark's own name before one of its extended data.
    const properties = Object.fromEntries([...fields].reverse());
    this.listener.onFeature({ id, properties, ...this.builder.take() });
  }
}

function placeOf(position: string): readonly [number, number] | undefined {
  const found = POSITION.exec(position.trim());
  const place = [Number(found?.[1] ?? "x"), Number(found?.[2] ?? "x")] as const;
  return place.every(Number.isFinite) ? place : undefined;
}
