/** A value as the file's cell shows it; nothing where it is unknown. */
export function cellText(value: string | number | null | readonly string[]): string {
  if (value === null) return "";
  return typeof value === "object" ? value.join("; ") : String(value);
}
