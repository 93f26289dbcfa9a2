import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const FOLDER = "data/reference";
const BOUNDARIES = "../shared/data/boundaries";
describe.skipIf(!existsSync(BOUNDARIES))(
  "units.csv against real boundaries (needs ../shared/data)",
  () => {
    const derive = (table: string) =>
      spawnSync(process.execPath, ["scripts/derive-unit-codes.ts", BOUNDARIES, table], {
        encoding: "utf8",
      });

    test("agrees with where each district lies", () => {
      const { status, stdout } = derive(join(FOLDER, "units.csv"));
      expect(stdout).toMatch(/^0 disagreements$/m);
      expect(status).toBe(0);
    });

    test("would not agree if two districts changed places", () => {
      const folder = mkdtempSync(join(tmpdir(), "patchwork-units-"));
      try {
        const text = readFileSync(join(FOLDER, "units.csv"), "utf8");
        const swapped = text
          .replace("00CB", "00XX")
          .replace("00ET", "00CB")
          .replace("00XX", "00ET");
        writeFileSync(join(folder, "units.csv"), swapped);
        const { status, stdout } = derive(join(folder, "units.csv"));
        expect(stdout).toMatch(/00CB is listed under halton, lies in wirral/);
        expect(stdout).toMatch(/^2 disagreements$/m);
        expect(status).toBe(1);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
