import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { StudyReply } from "../../server/contract/study.ts";
import { type AppPage, card, openApp } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveDb } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let browser: Browser;
let opened: AppPage | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  const faults = opened?.faults ?? [];
  await opened?.close();
  opened = undefined;
  expect(faults).toEqual([]);
});

const open = async (app: ServedApp, path: string) => {
  opened = await openApp(browser, app.address, path);
  return opened.page;
};

/** The middle of the map, in pixels of the page. */
async function middle(): Promise<{ x: number; y: number }> {
  const frame = (await opened!.page.locator(".map-frame > .map-canvas").boundingBox())!;
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}

describe("a point of which no more is known", () => {
  let app: ServedApp;
  beforeAll(async () => {
    app = sharedApp();
  });
  afterAll(() => app?.stop());

  const aylesbury = async () => {
    const study = (await (await fetch(`${app.address}/api/v1/study`)).json()) as StudyReply;
    const found = study.initiatives.find(({ name }) => name.startsWith("Aylesbury Plus"))!;
    return found.point!;
  };

  test("is a symbol close up over Southwark, and its card says that it is approximate", async () => {
    const { lon, lat } = await aylesbury();
    const page = await open(app, `/?d=2002-06-01&v=11.5/${lat}/${lon}`);
    await page.getByText("Dashed rings, close up").waitFor();
    const { x, y } = await middle();
    await page.mouse.move(x, y);
    const hover = page.locator(".hover-card");
    await hover.getByText("Aylesbury Plus").waitFor();
    await hover.getByText("Approximate point, recalled").waitFor();
    await page.mouse.click(x, y);
    await card(page).getByRole("heading", { name: "Southwark" }).waitFor();
    const entry = card(page).locator(".entry", { hasText: "Aylesbury Plus" });
    await entry.getByRole("button", { name: /Evidence/ }).click();
    await entry.getByText("51.485, −0.086: approximate and recalled").waitFor();
  });

  test("is not there from afar", async () => {
    const { lon, lat } = await aylesbury();
    const page = await open(app, `/?d=2002-06-01&v=8/${lat}/${lon}`);
    const { x, y } = await middle();
    await page.mouse.move(x, y);
    await page.locator(".hover-card").waitFor();
    expect(await page.locator(".hover-card").innerText()).not.toContain("Approximate");
  });

  test("is not there before its time", async () => {
    const { lon, lat } = await aylesbury();
    const page = await open(app, `/?d=1998-06-01&v=11.5/${lat}/${lon}`);
    const { x, y } = await middle();
    await page.mouse.move(x, y);
    await page.locator(".hover-card").waitFor();
    expect(await page.locator(".hover-card").innerText()).not.toContain("Aylesbury");
  });
});

describe("a cited size", () => {
  let app: ServedApp;
  let toy: ToyData;
  beforeAll(async () => {
    toy = await toyData();
    app = await serveDb(toy.db);
  });
  afterAll(async () => {
    await app?.stop();
    toy?.remove();
  });

  test("is drawn, told with who says it, and counted as a range", async () => {
    const page = await open(app, "/?d=2000-06-01&place=T1");
    await page.getByText("Hatched discs on the ground").waitFor();
    await card(page).getByText("On its deepest ground 1 to 2 initiatives").waitFor();
    const group = card(page).getByRole("region", { name: /^Somewhere within/ });
    await group.getByText("size cited, no outline").waitFor();
    await group.getByText("Size cited: 1 km² to 4 km² (a size)").waitFor();
    const { x, y } = await middle();
    await page.mouse.move(x, y);
    await page.locator(".hover-card").getByText("1 to 2 initiatives").waitFor();
  });

  test("has no note, disc or range while nothing indicative is alive", async () => {
    const page = await open(app, "/?d=1998-06-01&place=T1");
    await card(page).getByRole("heading", { name: "South West" }).waitFor();
    expect(await page.getByText("Hatched discs on the ground").count()).toBe(0);
    expect(await page.getByText("On its deepest ground").count()).toBe(0);
  });
});
