/** States of things as history keeps them: deflated JSON with its keys in order. */
import { deflateSync, inflateSync } from "node:zlib";

/** Equal states give equal bytes, whatever the order of their keys. */
export const packState = (state: object): Uint8Array => deflateSync(inOrder(state));

export const unpackState = (packed: Uint8Array): object =>
  JSON.parse(inflateSync(packed).toString("utf8"));

export const sameState = (a: object, b: object): boolean => inOrder(a) === inOrder(b);

function inOrder(state: object): string {
  return JSON.stringify(state, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
