import { describe, expect, test } from "vitest";
import { loadShiftGrid, parseNtv2 } from "../../server/ingest/grid-shift.ts";

/** An NTv2 file of one grid: 1° to 2° W, 50° to 51° N, one degree between nodes. */
function ntv2(nodes: readonly (readonly [north: number, west: number])[]): Buffer {
  const record = (name: string, write: (value: Buffer) => void) => {
    const bytes = Buffer.alloc(16);
    bytes.write(name.padEnd(8), 0, "latin1");
    write(bytes.subarray(8));
    return bytes;
  };
  const whole = (value: number) => (to: Buffer) => void to.writeInt32LE(value);
  const number = (value: number) => (to: Buffer) => void to.writeDoubleLE(value);
  const text = (value: string) => (to: Buffer) => void to.write(value.padEnd(8), "latin1");
  const file = [
    record("NUM_OREC", whole(11)),
    record("NUM_SREC", whole(11)),
    record("NUM_FILE", whole(1)),
    record("GS_TYPE", text("SECONDS")),
    ...["VERSION", "SYSTEM_F", "SYSTEM_T"].map((name) => record(name, text("x"))),
    ...["MAJOR_F", "MINOR_F", "MAJOR_T", "MINOR_T"].map((name) => record(name, number(6e6))),
  ];
  const sheet: [string, number][] = [
    ["S_LAT", 50 * 3600],
    ["N_LAT", 51 * 3600],
    ["E_LONG", 3600],
    ["W_LONG", 2 * 3600],
    ["LAT_INC", 3600],
    ["LONG_INC", 3600],
  ];
  const grid = [
    ...["SUB_NAME", "PARENT", "CREATED", "UPDATED"].map((name) => record(name, text("x"))),
    ...sheet.map(([name, value]) => record(name, number(value))),
    record("GS_COUNT", whole(nodes.length)),
  ];
  const values = nodes.map(([north, west]) => {
    const bytes = Buffer.alloc(16);
    bytes.writeFloatLE(north, 0);
    bytes.writeFloatLE(west, 4);
    return bytes;
  });
  return Buffer.concat([...file, ...grid, ...values]);
}

/** South-east, south-west, north-east, north-west: the order of the format. */
const NODES = [
  [1, 10],
  [2, 20],
  [3, 30],
  [4, 40],
] as const;

describe("an NTv2 file", () => {
  test("is turned to run eastward, with eastward shifts", () => {
    const grid = parseNtv2(ntv2(NODES));
    expect(grid).toMatchObject({
      west: -2,
      south: 50,
      stepLon: 1,
      stepLat: 1,
      columns: 2,
      rows: 2,
    });
    expect([...grid.shifts]).toEqual([-20, 2, -10, 1, -40, 4, -30, 3]);
    expect(grid.shifts.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test.each<[string, Buffer, RegExp]>([
    ["of other bytes", Buffer.alloc(1000), /not a little-endian NTv2/],
    ["without a header", ntv2(NODES).subarray(0, 300), /not a little-endian NTv2/],
    ["without its last node", ntv2(NODES).subarray(0, 352 + 60), /ends before its last node/],
    [
      "without a name",
      Buffer.from(ntv2(NODES).toString("latin1").replace("S_LAT", "X_LAT"), "latin1"),
      /no S_LAT/,
    ],
  ])("%s is refused", (_name, bytes, message) => {
    expect(() => parseNtv2(bytes)).toThrowError(message);
  });
});

test("OSTN15 covers 9° W to 2° E and 49° to 61° N, and is read once", async () => {
  const grid = await loadShiftGrid();
  expect(grid).toMatchObject({ west: -9, south: 49, columns: 661, rows: 1441 });
  expect(await loadShiftGrid()).toBe(grid);
});
