import { AppError, type ErrorCode } from "../core/errors.ts";

/**
 * How much a file may ask of us. Each limit is far above any file that an office has, and far below
 * what would fill a machine; docs/formats.md lists them, and tests meet each at the limit and one
 * beyond.
 */
export interface Limits {
  /** Bytes of a file as stored. */
  readonly fileBytes: number;
  /** Bytes of everything in an archive together, counted while it is unpacked. */
  readonly expandedBytes: number;
  /** How many times larger than its packed bytes something may grow, once it is past 16 MB. */
  readonly expansion: number;
  /** Files and folders in an archive, those in archives within it included. */
  readonly archiveEntries: number;
  /** Archives within archives: 1 is one that holds none. */
  readonly archiveDepth: number;
  /** Features of a file, or rows of a table. */
  readonly features: number;
  /** Vertices of all features together. */
  readonly vertices: number;
  /** Fields of one feature, or columns of a table. */
  readonly fields: number;
  /** Characters of one value. */
  readonly fieldLength: number;
  /** Objects within objects, in JSON and XML. */
  readonly depth: number;
  /** Seconds that reading one file may take. */
  readonly seconds: number;
}

export const LIMITS: Limits = {
  fileBytes: 4 * 1024 ** 3,
  expandedBytes: 8 * 1024 ** 3,
  expansion: 250,
  archiveEntries: 10_000,
  archiveDepth: 2,
  features: 5_000_000,
  vertices: 100_000_000,
  fields: 2_000,
  fieldLength: 1_000_000,
  depth: 100,
  seconds: 600,
};

/** Below this size nothing is called a bomb: a table of blanks packs a thousandfold. */
export const EXPANSION_FROM = 16 * 1024 ** 2;

interface Words {
  readonly code: ErrorCode;
  readonly say: (most: string) => string;
  /** What to do, where smaller parts would not help. */
  readonly advice?: string;
}

const WORDS: Readonly<Record<keyof Limits, Words>> = {
  fileBytes: { code: "limit/size", say: (most) => `is larger than ${most} bytes` },
  expandedBytes: { code: "limit/expanded", say: (most) => `unpacks to more than ${most} bytes` },
  expansion: {
    code: "limit/expansion",
    say: (most) => `unpacks to more than ${most} times its size`,
  },
  archiveEntries: { code: "limit/entries", say: (most) => `holds more than ${most} files` },
  archiveDepth: {
    code: "limit/nesting",
    say: (most) => `has archives within archives more than ${most} deep`,
  },
  features: { code: "limit/features", say: (most) => `has more than ${most} features or rows` },
  vertices: { code: "limit/vertices", say: (most) => `has more than ${most} vertices` },
  fields: {
    code: "limit/fields",
    say: (most) => `has more than ${most} fields`,
    advice: "Leave out those that are not needed.",
  },
  fieldLength: {
    code: "limit/field-length",
    say: (most) => `has a value of more than ${most} characters`,
    advice: "Shorten it, or leave its field out.",
  },
  depth: {
    code: "limit/depth",
    say: (most) => `is nested more than ${most} deep`,
    advice: "Leave out the field that is.",
  },
  seconds: { code: "limit/time", say: (most) => `takes more than ${most} seconds to read` },
};

/** All limits, with those that a caller overrides. */
export const limitsWith = (overrides: Partial<Limits> | undefined): Limits =>
  overrides === undefined ? LIMITS : { ...LIMITS, ...overrides };

/**
 * The refusal of a file that goes beyond a limit.
 *
 * @param file what messages call it
 */
export function beyond(limit: keyof Limits, limits: Limits, file: string): AppError {
  const { code, say, advice = "Cut it into smaller parts." } = WORDS[limit];
  const most = limits[limit];
  const message = `${file} ${say(most.toLocaleString("en-GB"))}, the most that is read. ${advice}`;
  return new AppError(code, message, { file, limit, most });
}

/**
 * Counts bytes as something is unpacked, and refuses it as soon as there are too many.
 *
 * @param packed bytes that they came from, so far or in all
 */
export function expansionMeter(
  limits: Limits,
  file: string,
): (bytes: number, packed: number) => void {
  let total = 0;
  return (bytes, packed) => {
    total += bytes;
    if (total > limits.expandedBytes) throw beyond("expandedBytes", limits, file);
    if (total > EXPANSION_FROM && total > limits.expansion * packed) {
      throw beyond("expansion", limits, file);
    }
  };
}

/** Refuses a reading that takes too long, whenever it is asked. */
export function timer(limits: Limits, file: string): () => void {
  const end = performance.now() + limits.seconds * 1000;
  return () => {
    if (performance.now() > end) throw beyond("seconds", limits, file);
  };
}

/** Values of a row or feature: how many, and how long each is. */
export function checkFields(
  fields: Readonly<Record<string, unknown>>,
  limits: Limits,
  file: string,
): void {
  let count = 0;
  for (const name in fields) {
    if (++count > limits.fields) throw beyond("fields", limits, file);
    const value = fields[name];
    if (typeof value === "string" && value.length > limits.fieldLength) {
      throw beyond("fieldLength", limits, file);
    }
  }
}
