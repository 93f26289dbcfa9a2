/** `INSERT` with one named parameter a column. Names come from our own code, never from input. */
export function insertSql(table: string, columns: readonly string[]): string {
  const parameters = columns.map((name) => `@${name}`);
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${parameters.join(", ")})`;
}
