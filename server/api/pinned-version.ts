import { AppError } from "../core/errors.ts";

/**
 * A data version, or its first digits, as an address names it.
 *
 * @returns `sha256:` and the digits
 * @throws AppError input/invalid for what is no eight to sixty-four hexadecimal digits
 */
export function pinnedVersion(text: string): string {
  const digits = text.toLowerCase().replace(/^sha256:/, "");
  if (/^[0-9a-f]{8,64}$/.test(digits)) return `sha256:${digits}`;
  throw new AppError(
    "input/invalid",
    `"${text}" is no data version: write its first eight digits or more, such as 2495df09.`,
    { version: text },
  );
}
