import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A folder for the files of one test file: made before its tests, gone after them. */
export function scratchFolder(name: string): {
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
} {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `patchwork-${name}-`));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file: string) => join(folder, file);
  return {
    at,
    write(file, content) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
      return at(file);
    },
  };
}
