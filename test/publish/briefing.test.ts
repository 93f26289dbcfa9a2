/** The briefing: one file, the same from server and command line, that asks nothing of anybody. */
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { movedApart } from "../../server/publish/map-svg/badges.ts";
import { qrCode } from "../../server/publish/qr.ts";
import { appOver } from "../support/app.ts";
import { patchwork } from "../support/cli.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";
import { faultsOf } from "../support/well-formed.ts";

const PUBLIC = "https://patchwork.example/";
let toy: ToyData;
let app: Express;
let close: () => void;
beforeAll(async () => {
  toy = await toyData();
  ({ app, close } = await appOver(toy.db, { publicUrl: PUBLIC.slice(0, -1) }));
});
afterAll(() => {
  close();
  toy.remove();
});

const ASKS = [
  "at=2002-06-01&by=all&region=Yorkshire+and+the+Humber",
  "at=2002-06-01&place=T2",
  "at=1990-01-01",
];

test.each(
  ASKS,
)("%s: whole, self-contained, with method, address and certificate", async (query) => {
  const { text } = await supertest(app).get(`/briefing?${query}`).expect(200);
  expect(faultsOf(text)).toEqual([]);
  const outside = text.replace(/<a href="[^"]*">/g, "");
  expect(outside).not.toMatch(/\s(?:src|href|srcset)="|@import|url\((?!data:|#)|<script|<link/);
  expect(text).toMatch(/<a href="https:\/\/patchwork\.example\/l\/[0-9a-f]{8}\/briefing\?at=/);
  for (const words of [
    "Certificate: the areas passed",
    "Covers: the outline holds",
    "Drawn by hand.",
  ])
    expect(text).toContain(words);
});

test("the ten places are ranked by what was asked, numbered as on the map", async () => {
  const { text } = await supertest(app).get(`/briefing?${ASKS[0]}`).expect(200);
  expect(text).toContain("The three places in Yorkshire and the Humber with most initiatives");
  const names = [...text.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name);
  expect(names).toEqual(["South East", "South West", "North East"]);
  expect([...text.matchAll(/font-weight="600" fill="#fff">(\d+)</g)].map(([, n]) => n)).toEqual([
    "1",
    "2",
    "3",
  ]);
  expect(text).toContain("Health Action Zone, New Deal for Communities");
});

test("the command line writes the same bytes as the server's file", async () => {
  const served = await supertest(app)
    .get(`/export/briefing.html?${ASKS[1]}`)
    .expect(200)
    .expect(
      "Content-Disposition",
      /^attachment; filename="patchwork-briefing-2002-06-01-\w{8}\.html"$/,
    );
  const { out, status } = await patchwork(
    toy.folder,
    [
      "export",
      "briefing",
      "--format",
      "html",
      "--at",
      "2002-06-01",
      "--place",
      "T2",
      "--db",
      toy.db,
    ],
    { PATCHWORK_PUBLIC_URL: PUBLIC },
  );
  expect(status).toBe(0);
  expect(out).toBe(served.text);
});

test("a QR code holds its address, as its finder marks and size say", () => {
  const { markup } = qrCode("https://patchwork.example/l/2495df09/briefing", "the address");
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(markup)!;
  expect((Number(size) - 8 - 17) % 4).toBe(0);
  expect(markup).toContain('d="M4,4h7v1h-7z');
});

test("numbers that would lie on each other are moved apart, others stay", () => {
  const [a, b, far] = movedApart([
    { x: 10, y: 10, number: 1 },
    { x: 11, y: 10, number: 2 },
    { x: 200, y: 90, number: 3 },
  ]);
  expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThan(15.5);
  expect(far).toMatchObject({ number: 3 });
  expect(Math.abs(far!.x - 200)).toBeLessThan(0.1);
});
