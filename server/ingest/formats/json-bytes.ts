import { isUtf8 } from "node:buffer";
import { AppError, type ErrorCode } from "../../core/errors.ts";
import { beyond, LIMITS, type Limits } from "../limits.ts";

/** Bytes that mean something in JSON. */
export const BYTE = {
  comma: 0x2c,
  colon: 0x3a,
  quote: 0x22,
  backslash: 0x5c,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

const EMPTY = Buffer.alloc(0);
/** The most bytes of one value that are held: a longer one is no property of anything. */
const MOST_HELD = 1 << 26;
/** Room beside a chunk for what is left of the one before: a position, or a feature's properties. */
const SPARE = 1 << 16;
/** The most bytes of a line that are held so that it can be left out by itself. */
const MOST_OF_LINE = 1 << 20;
const LINE_FEED = 0x0a;
const RECORD_SEPARATOR = 0x1e;

/** Space, tab, line feed, carriage return; and the record separator of GeoJSON text sequences. */
export const isSpace = (byte: number) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;

/** Bytes that stand for themselves inside a string: ASCII but for controls, quote and backslash. */
const isPlain = (byte: number) =>
  byte >= 0x20 && byte < 0x7f && byte !== BYTE.quote && byte !== BYTE.backslash;

const isInWord = (byte: number) =>
  byte > 0x20 &&
  byte !== BYTE.comma &&
  byte !== BYTE.colon &&
  byte !== BYTE.closeBrace &&
  byte !== BYTE.closeBracket;

/**
 * A window on the bytes of a JSON text that arrives in chunks. A scanner reads from `at`; when it
 * runs out it says so and is called again after {@link push}. Bytes before `at` are forgotten at
 * the next push, unless `mark` keeps them. The window is one buffer, filled again and again, so
 * nothing may point into it across a push.
 */
export class JsonBytes {
  bytes: Buffer = EMPTY;
  at = 0;
  /** First byte to keep, while a value is collected whole; -1: none. */
  mark = -1;
  /** First byte of the line to keep, so that it can be passed over if it is at fault; -1: none. */
  line = -1;
  /** Line feeds passed between values. */
  lineFeeds = 0;
  /** Texts are set apart by record separators, and may take several lines each. */
  separated = false;
  /** No byte follows those in the window. */
  final = false;
  /** The feature being read, from 1; 0 before the first. */
  feature = 0;
  /** What `bytes` is the beginning of: used again for each chunk, wider where more is to be kept. */
  private window: Buffer = EMPTY;
  /** Offset in the text of the window's first byte. */
  private base = 0;
  private readonly file: string;
  private readonly limits: Limits;

  constructor(file: string, limits: Limits = LIMITS) {
    this.file = file;
    this.limits = limits;
  }

  push(chunk: Buffer): void {
    if (this.line >= 0 && this.bytes.length - this.line > MOST_OF_LINE) this.line = -1;
    const value = this.mark < 0 ? this.at : this.mark;
    const keep = this.line < 0 ? value : Math.min(this.line, value);
    if (this.bytes.length - value > MOST_HELD) throw beyond("fieldLength", this.limits, this.file);
    const rest = this.bytes.length - keep;
    const length = rest + chunk.length;
    if (length <= this.window.length) this.window.copyWithin(0, keep, this.bytes.length);
    else {
      const wider = Buffer.allocUnsafeSlow(Math.max(length + SPARE, 2 * rest));
      this.bytes.copy(wider, 0, keep);
      this.window = wider;
    }
    chunk.copy(this.window, rest);
    this.bytes = this.window.subarray(0, length);
    this.base += keep;
    this.at -= keep;
    if (this.mark >= 0) this.mark -= keep;
    if (this.line >= 0) this.line -= keep;
  }

  /** How many bytes have arrived. */
  length(): number {
    return this.base + this.bytes.length;
  }

  /** Skips white space; whether a byte stands at `at`. */
  token(): boolean {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!;
      if (!isSpace(byte)) return true;
      if (byte === LINE_FEED) this.lineFeeds++;
      else if (byte === RECORD_SEPARATOR) this.separated = true;
    }
    return false;
  }

  /** Moves on to what sets the line apart from the next, from its beginning; whether that is here. */
  passLine(): boolean {
    if (this.line >= 0) this.at = this.line;
    this.line = -1;
    const end = this.bytes.indexOf(this.separated ? RECORD_SEPARATOR : LINE_FEED, this.at);
    this.at = end < 0 ? this.bytes.length : end;
    return end >= 0;
  }

  /** Takes the byte that must stand at `at`. */
  expect(byte: number): void {
    if (this.bytes[this.at] !== byte) {
      this.fail("format/malformed", `"${String.fromCharCode(byte)}" is expected.`);
    }
    this.at++;
  }

  /** Whether a list goes on: takes the comma between two members, or the bracket that closes. */
  goesOn(close: number, first: boolean): boolean {
    if (this.bytes[this.at] === close) {
      this.at++;
      return false;
    }
    if (!first) this.expect(BYTE.comma);
    return true;
  }

  /** The string that begins at `at`, taken; or `undefined` where its end is not here yet. */
  string(): string | undefined {
    const { bytes, at } = this;
    if (bytes[at] !== BYTE.quote) this.fail("format/malformed", "A name is expected.");
    let end = at + 1;
    while (end < bytes.length && isPlain(bytes[end]!)) end++;
    if (bytes[end] === BYTE.quote) {
      this.at = end + 1;
      return bytes.toString("latin1", at + 1, end);
    }
    this.at = end;
    const whole = this.passString();
    end = this.at;
    this.at = at;
    if (!whole) return undefined;
    const text = this.text(at, end);
    this.at = end;
    return this.parse(text, "string");
  }

  /** Moves on inside a string; whether its closing quote was reached and passed. */
  passString(): boolean {
    const { bytes } = this;
    let at = this.at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === BYTE.quote) break;
      if (byte !== BYTE.backslash) continue;
      if (at + 1 === bytes.length) break;
      at++;
    }
    const passed = bytes[at] === BYTE.quote;
    this.at = passed ? at + 1 : at;
    return passed;
  }

  /** Moves on inside a number, true, false or null; whether a byte that ends it was reached. */
  passWord(): boolean {
    const { bytes } = this;
    while (this.at < bytes.length && isInWord(bytes[this.at]!)) this.at++;
    return this.at < bytes.length;
  }

  /** The text of a stretch of the window. */
  text(from: number, to: number): string {
    const bytes = this.bytes.subarray(from, to);
    if (!isUtf8(bytes)) {
      this.fail("format/malformed", "The text is not UTF-8. Save the file as UTF-8.");
    }
    return bytes.toString("utf8");
  }

  /** A small value that was read whole. */
  parse<Value = unknown>(text: string, what: string): Value {
    try {
      return JSON.parse(text);
    } catch {
      return this.fail("format/malformed", `This ${what} is not valid JSON: ${excerpt(text)}`);
    }
  }

  /** Refuses what is nested deeper than the limit. */
  expectDepth(depth: number): void {
    if (depth > this.limits.depth) throw beyond("depth", this.limits, this.file);
  }

  /** Refuses the file, naming the place. */
  fail(code: ErrorCode, what: string, at = this.at): never {
    throw this.fault(code, what, at);
  }

  /** Why the file is refused, with the place. */
  fault(code: ErrorCode, what: string, at = this.at): AppError {
    const byte = this.base + at;
    const where = this.feature > 0 ? `feature ${this.feature} (byte ${byte})` : `byte ${byte}`;
    const detail = { file: this.file, feature: this.feature || null, byte, what };
    return new AppError(code, `${this.file}, ${where}: ${what}`, detail);
  }
}

const excerpt = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
