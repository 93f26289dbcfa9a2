/** The map of the toy data: drawn where it lies, in the right depths, the same bytes by any way. */

import { PNG } from "pngjs";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { patchwork } from "../../support/cli.ts";
import { served } from "../../support/served.ts";

const server = served();

const get = (path: string) => supertest(server.app).get(path).buffer(true);
const REGION = "region=Yorkshire+and+the+Humber";

describe("the sheet", () => {
  test("says the statement, the key, the caveats, the scale and whose data it is", async () => {
    const { text, headers } = await get(`/export/map.svg?at=2002-06-01&${REGION}`)
      .responseType("text")
      .expect(200)
      .expect("Content-Type", "image/svg+xml; charset=utf-8")
      .then(({ body, headers }) => ({ text: String(body), headers }));
    expect(headers["patchwork-data"]).toMatch(/^sha256:/);
    expect(headers["content-disposition"]).toMatch(
      /^inline; filename="patchwork-map-2002-06-01-[0-9a-f]{8}\.svg"$/,
    );
    for (const words of [
      "On 1 June 2002, 2 places in Yorkshire and the Humber had two or more recorded",
      "Depth: initiatives that cover the ground",
      "km</text>",
      ">N</text>",
      "Drawn by hand.",
      "South East <tspan",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/href=|url\(http|<script|<image/);
  });

  test("the ground has the colours of its depths", async () => {
    const { body } = await get("/export/map.png?at=2002-06-01&scale=1").responseType("blob");
    const png = PNG.sync.read(body);
    const colours = new Map<string, number>();
    for (let i = 0; i < png.data.length; i += 4) {
      const key = png.data.subarray(i, i + 3).toString("hex");
      colours.set(key, (colours.get(key) ?? 0) + 1);
    }
    // T2 is covered twice, T1 and T4 once, T3 not at all: three steps, the middle one twice as wide.
    const [none, one, two] = ["eeece6", "e3d8ee", "c5b0dd"].map((hex) => colours.get(hex)!);
    expect(one! / two!).toBeGreaterThan(1.6);
    expect(one! / two!).toBeLessThan(2.4);
    expect(none! / two!).toBeGreaterThan(0.8);
    expect(none! / two!).toBeLessThan(1.25);
  });

  test("a filter and a date change it; a place is framed alone", async () => {
    const of = async (query: string) =>
      String((await get(`/export/map.svg?${query}`).responseType("text")).body);
    expect(await of("at=2002-06-01")).not.toBe(await of("at=2004-06-01"));
    expect(await of("programme=EZ")).toContain("Counting only Employment Zone");
    expect(await of("place=T1")).toContain("South West had 2 recorded initiatives at once");
  });
});

test("the command line writes the same bytes, and the file it writes to too", async () => {
  for (const format of ["svg", "png"]) {
    const served = await get(`/export/map.${format}?at=2002-06-01&place=T2`).responseType("blob");
    const { bytes, status } = await patchwork(server.toy.folder, [
      ...["export", "map", "--format", format, "--at", "2002-06-01", "--place", "T2"],
      ...["--db", server.toy.db],
    ]);
    expect(status).toBe(0);
    expect(bytes.equals(served.body)).toBe(true);
  }
});

test.each([
  ["region=Narnia", 400, "input/unknown-region", "Known: Yorkshire and the Humber."],
  ["place=T9", 404, "input/unknown-place", "T9"],
  [`place=T1&${REGION}`, 400, "input/invalid", "not both"],
  ["scale=9", 400, "input/invalid", "1 to 4"],
  ["colour=red", 400, "input/invalid", ""],
])("%s is refused", async (query, status, code, says) => {
  const { body } = await supertest(server.app).get(`/export/map.png?${query}`).expect(status);
  expect(body.code).toBe(code);
  expect(body.detail).toContain(says);
});

test("a format that a map has not is refused, and a map's flag on a table", async () => {
  const { body } = await supertest(server.app).get("/export/map.csv").expect(415);
  expect(body.code).toBe("format/unknown");
  const ran = await patchwork(server.toy.folder, [
    ...[
      "export",
      "cells",
      "--format",
      "csv",
      "--region",
      "Yorkshire and the Humber",
      "--db",
      server.toy.db,
    ],
  ]);
  expect(ran.status).toBe(2);
  expect(ran.err).toContain("The export of cells is of all of England");
});
