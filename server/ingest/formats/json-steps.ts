import { BYTE, type JsonBytes } from "./json-bytes.ts";

/** A reader that stops wherever the bytes run out, to be resumed when more are there. */
export type Steps = Generator<void, void>;

/** Passes over the byte order mark that some programs put before the text. */
export function* byteOrderMark(source: JsonBytes): Steps {
  while (source.length() < 3 && !source.final) yield;
  if (source.bytes[0] === 0xef && source.bytes[1] === 0xbb && source.bytes[2] === 0xbf) {
    source.at += 3;
  }
}

/** Reads an object; `visit` reads the value of each member, and `undefined` skips it. */
export function* members(source: JsonBytes, visit: (name: string) => Steps | undefined): Steps {
  while (!source.token()) yield;
  source.expect(BYTE.openBrace);
  for (let first = true; ; first = false) {
    while (!source.token()) yield;
    if (!source.goesOn(BYTE.closeBrace, first)) return;
    while (!source.token()) yield;
    let name = source.string();
    while (name === undefined) {
      yield;
      name = source.string();
    }
    while (!source.token()) yield;
    source.expect(BYTE.colon);
    while (!source.token()) yield;
    yield* visit(name) ?? skip(source);
  }
}

/** Reads an array; `visit` reads each element. */
export function* elements(source: JsonBytes, visit: () => Steps): Steps {
  while (!source.token()) yield;
  source.expect(BYTE.openBracket);
  for (let first = true; ; first = false) {
    while (!source.token()) yield;
    if (!source.goesOn(BYTE.closeBracket, first)) return;
    while (!source.token()) yield;
    yield* visit();
  }
}

const SPACE = 0x20;

/**
 * Passes over the value at the window's place. What is not used is not checked.
 *
 * @param open how many of its arrays and objects have been entered already
 */
export function* skip(source: JsonBytes, open = 0): Steps {
  let depth = open;
  do {
    while (!source.token()) yield;
    const byte = source.bytes[source.at];
    if (byte === BYTE.quote) {
      source.at++;
      while (!source.passString()) yield;
    } else if (byte === BYTE.openBrace || byte === BYTE.openBracket) {
      source.expectDepth(++depth);
      source.at++;
    } else if (byte === BYTE.closeBrace || byte === BYTE.closeBracket) {
      depth--;
      if (depth < 0) source.fail("format/malformed", "A value is expected.");
      source.at++;
    } else if (byte === BYTE.comma || byte === BYTE.colon) {
      if (depth === 0) source.fail("format/malformed", "A value is expected.");
      source.at++;
    } else {
      // A control byte is in no word: passing over it would go nowhere, again and again.
      if (byte! <= SPACE) source.fail("format/malformed", "A value is expected.");
      while (!source.passWord()) yield;
    }
  } while (depth > 0);
}

/** Reads a string, or passes over any other value, and hands over what was read. */
export function* string(source: JsonBytes, take: (text: string | undefined) => void): Steps {
  if (source.bytes[source.at] !== BYTE.quote) {
    yield* skip(source);
    take(undefined);
    return;
  }
  let text = source.string();
  while (text === undefined) {
    yield;
    text = source.string();
  }
  take(text);
}

/** Reads a whole value that is small enough to be held, and hands it over. */
export function* value(source: JsonBytes, what: string, take: (value: unknown) => void): Steps {
  source.mark = source.at;
  yield* skip(source);
  const text = source.text(source.mark, source.at);
  source.mark = -1;
  take(source.parse(text, what));
}
