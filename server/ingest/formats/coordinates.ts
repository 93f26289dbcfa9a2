import { BYTE, isSpace, type JsonBytes } from "./json-bytes.ts";
import { type NumberEnd, readNumber } from "./json-number.ts";
import { plainPositions } from "./plain-positions.ts";
import type { RingBuilder } from "./ring-builder.ts";

/** What may stand next inside an array. */
const VALUE = 0;
const VALUE_OR_END = 1;
const COMMA_OR_END = 2;

/** How much of a word that is no number a message repeats. */
const LONGEST_WORD = 12;

/** Coordinates that cannot be taken, though the JSON around them may be sound. */
export class CoordinateFault extends Error {}

/**
 * Reads the value of a `coordinates` member straight from the bytes into rings, however deep it is
 * nested, and may be stopped and resumed between any two bytes. How deep its positions lie tells
 * the kind of geometry: 3 for a polygon, 4 for several.
 */
export class CoordinateScanner {
  /** Depth of the arrays that hold numbers; 0 until the first number. */
  positionDepth = 0;
  /** How many arrays are open. */
  depth = 0;
  private expected = VALUE;
  private ordinates = 0;
  private x = 0;
  private readonly end: NumberEnd = { next: 0 };
  private readonly source: JsonBytes;
  private readonly rings: RingBuilder;

  constructor(source: JsonBytes, rings: RingBuilder) {
    this.source = source;
    this.rings = rings;
  }

  restart(): void {
    this.positionDepth = 0;
    this.depth = 0;
    this.expected = VALUE;
  }

  /**
   * Reads on.
   *
   * @returns whether the value has ended; if not, more bytes are needed
   * @throws CoordinateFault with {@link depth} arrays open and the byte at fault not yet taken
   */
  scan(): boolean {
    const source = this.source;
    const { bytes } = source;
    while (source.at < bytes.length) {
      const byte = bytes[source.at]!;
      if (byte === BYTE.comma && this.expected === COMMA_OR_END) this.expected = VALUE;
      else if (byte === BYTE.openBracket && this.expected !== COMMA_OR_END) {
        if (this.plainRun()) continue;
        this.open();
      } else if (byte === BYTE.closeBracket && this.expected !== VALUE) {
        this.close();
        if (this.depth === 0) {
          source.at++;
          return true;
        }
      } else if (!isSpace(byte)) {
        if (!this.number(byte)) return false;
        continue;
      }
      source.at++;
    }
    return false;
  }

  /** Where positions stand, takes those that are written plainly; whether there was one. */
  private plainRun(): boolean {
    const { source } = this;
    if (this.depth !== this.positionDepth - 1) return false;
    const next = plainPositions(source.bytes, source.at, this.rings);
    if (next === source.at) return false;
    source.at = next;
    this.expected = VALUE;
    return true;
  }

  private open(): void {
    if (this.depth === this.positionDepth && this.depth > 0) this.uneven();
    this.depth++;
    this.expected = VALUE_OR_END;
    this.ordinates = 0;
  }

  private close(): void {
    if (this.positionDepth > 0) {
      const level = this.positionDepth - this.depth;
      if (level === 0 && this.ordinates < 2) {
        throw new CoordinateFault("A position has fewer than two numbers.");
      }
      if (level === 1) this.rings.endRing();
      else if (level === 2) this.rings.endPolygon();
    }
    this.depth--;
    this.expected = COMMA_OR_END;
  }

  /** Takes the number at the window's place; false where its end is not there yet. */
  private number(byte: number): boolean {
    const { source } = this;
    if (this.expected === COMMA_OR_END) source.fail("format/malformed", "A comma is expected.");
    if (byte !== 0x2d && (byte < 0x30 || byte > 0x39)) return this.notNumber();
    const value = readNumber(source.bytes, source.at, this.end);
    if (this.end.next === -1) return false;
    if (this.end.next === -2) source.fail("format/malformed", "This is no number.");
    if (this.positionDepth === 0) this.positionDepth = this.depth;
    if (this.depth !== this.positionDepth || this.depth === 0) this.uneven();
    if (value - value !== 0) throw new CoordinateFault("A coordinate is too large.");
    if (this.ordinates === 0) this.x = value;
    else if (this.ordinates === 1) this.rings.vertex(this.x, value);
    this.ordinates++;
    this.expected = COMMA_OR_END;
    source.at = this.end.next;
    return true;
  }

  private uneven(): never {
    throw new CoordinateFault("Coordinates are nested unevenly.");
  }

  /** Names what stands where a number should; false where its end is not there yet. */
  private notNumber(): boolean {
    const { source } = this;
    const text = source.bytes.toString("latin1", source.at, source.at + LONGEST_WORD);
    const [found = ""] = /^[\w"+.-]+/.exec(text) ?? [];
    if (found === "") return source.fail("format/malformed", "A number is expected.");
    const atEnd = source.at + found.length === source.bytes.length;
    if (atEnd && found.length < LONGEST_WORD) return false;
    throw new CoordinateFault(`A coordinate is ${found}, which is no number.`);
  }
}
