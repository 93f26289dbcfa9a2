/** The example of docs/checking.md is a real run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { patchwork } from "./support/cli.ts";

const doc = readFileSync("docs/checking.md", "utf8");
const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, text]) => text!,
  );

test("what check says of the file in docs/checking.md", async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-docs-"));
  try {
    const [file] = blocks("json");
    writeFileSync(join(folder, "zones.geojson"), file!);
    const { status, out } = await patchwork(folder, [
      "check",
      "zones.geojson",
      "--today",
      "2026-11-25",
    ]);
    expect(status).toBe(1);
    expect(blocks("text")[0]).toBe(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
