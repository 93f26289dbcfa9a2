/** A plain value as JSON takes it: unknown becomes null, everything else stays. */
export type Wire<T> = T extends undefined
  ? null
  : T extends string | number | boolean
    ? T
    : T extends readonly (infer One)[]
      ? Wire<One>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

export function toWire<T>(value: T): Wire<T>;
export function toWire(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((one) => toWire(one));
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toWire(one)]));
}
