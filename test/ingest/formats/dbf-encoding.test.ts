import { describe, expect, test } from "vitest";
import {
  assumedDecoding,
  decoding,
  encodingOfDriver,
  encodingOfName,
} from "../../../server/ingest/formats/dbf-encoding.ts";
import { dbfTable } from "../../../server/ingest/formats/dbf-table.ts";
import { LIMITS } from "../../../server/ingest/limits.ts";
import { dbf } from "../../support/shapefile.ts";

describe("the encoding of a dBASE table", () => {
  test.each([
    ["UTF-8", "utf8"],
    ["65001", "utf8"],
    ["1252", "cp1252"],
    ["ANSI 1251", "cp1251"],
    ["OEM 850", "cp850"],
    ["88591", "iso88591"],
    ["ISO 8859-2", "iso88592"],
    ["LDID/87", "cp1252"],
    ["Big-5", "big5"],
    ["SJIS", "shiftjis"],
    ["UTF-16", "utf16le"],
    ["Klingon", undefined],
    ["", undefined],
  ])("%j in a .cpg is %s", (name, encoding) => {
    expect(encodingOfName(name)).toBe(encoding);
  });

  test.each([
    [0x57, "cp1252"],
    [0x02, "cp850"],
    [0x26, "cp866"],
    [0x4d, "cp936"],
    [0x00, undefined],
  ])("language driver %i is %s", (id, encoding) => {
    expect(encodingOfDriver(id)).toBe(encoding);
  });

  test("every encoding that a driver stands for is one that can be read", () => {
    for (let id = 1; id < 256; id++) {
      const encoding = encodingOfDriver(id);
      if (encoding !== undefined)
        expect(decoding(encoding, "driver").decode(Buffer.from("a"))).toBe("a");
    }
  });

  test("is UTF-8 where the bytes can be that, else Windows-1252", () => {
    expect(assumedDecoding(Buffer.from("Môn", "utf8")).encoding).toBe("utf8");
    expect(assumedDecoding(Buffer.from("Môn", "latin1")).encoding).toBe("cp1252");
  });

  test("a text of UTF-8 that its field cut off in the middle of a sign is still UTF-8", () => {
    const cut = Buffer.from("Ynys Môn", "utf8").subarray(0, 7);
    const rows = [cut, Buffer.from("Môn", "utf8")];
    const { values, notes } = dbfTable(dbf("N", 7, rows), undefined, "a.dbf", LIMITS);
    expect(values(0)).toEqual({ N: "Ynys M\uFFFD" });
    expect(notes).toMatchObject([{ code: "file/encoding" }]);
  });

  test("that a .cpg names and nobody knows is said", () => {
    const { notes } = dbfTable(dbf("N", 3, [Buffer.from("é")]), "Klingon", "a.dbf", LIMITS);
    expect(notes[0]?.message).toMatch(/^a\.dbf is in "Klingon", which is not known/);
  });
});

describe("limits of a dBASE table", () => {
  const table = dbf("N", 1, [Buffer.from("a"), Buffer.from("b")]);
  test("rows and fields: at the limit it is read, one beyond it is refused", () => {
    dbfTable(table, undefined, "a.dbf", { ...LIMITS, features: 2, fields: 1 });
    for (const limits of [{ features: 1 }, { fields: 0 }]) {
      expect(() => dbfTable(table, undefined, "a.dbf", { ...LIMITS, ...limits })).toThrowError(
        /more than [01] (features|fields)/,
      );
    }
  });
});
