import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteWriter } from "../../../server/publish/exports/byte-writer.ts";

const written = (write: (out: ByteWriter) => void) => {
  const out = new ByteWriter();
  write(out);
  return Buffer.from(out.take()).toString();
};

test("positions are the decimals that they stand for, without zeros at the end", () => {
  const position = (x: number, y: number) => written((out) => out.position(x, y));
  expect(position(-15_460_907, 537_924_232)).toBe("[-1.5460907,53.7924232]");
  expect(position(0, -1)).toBe("[0,-0.0000001]");
  expect(position(1_800_000_000, -900_000_000)).toBe("[180,-90]");
  expect(position(-1_050_000_000, 5_000_000)).toBe("[-105,0.5]");
});

test("any position reads back as the same number", () => {
  const degree = (most: number) => fc.integer({ min: -most, max: most });
  fc.assert(
    fc.property(degree(1_800_000_000), degree(900_000_000), (x, y) => {
      const [lon, lat] = JSON.parse(written((out) => out.position(x, y)));
      expect([Math.round(lon * 1e7) + 0, Math.round(lat * 1e7) + 0]).toEqual([x, y]);
    }),
  );
});

test("text of any length comes out whole, in pieces", () => {
  const long = "ŵ€😀".repeat(100_000);
  expect(written((out) => out.text(long))).toBe(long);
  const out = new ByteWriter();
  out.text("a");
  expect(out.waiting).toBe(1);
  expect(Buffer.from(out.take()).toString()).toBe("a");
  out.byte(0x62);
  expect(Buffer.from(out.take()).toString()).toBe("b");
});
