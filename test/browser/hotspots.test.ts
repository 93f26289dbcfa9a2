import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PlacesReply } from "../../server/contract/replies.ts";
import type { StudyReply } from "../../server/contract/study.ts";
import {
  type AppPage,
  andRest,
  card,
  figure,
  headline,
  openApp,
  rows,
} from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
let app: ServedApp;
let opened: AppPage | undefined;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(async () => {
  const faults = opened?.faults ?? [];
  await opened?.close();
  opened = undefined;
  expect(faults).toEqual([]);
});

const open = async (path: string) => {
  opened = await openApp(browser, app.address, path);
  return opened.page;
};
const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(app.address + path)).json()) as T;

const codeOf = async (name: string) => {
  const { places } = await ask<StudyReply>("/api/v1/study");
  return places.find((place) => place.name === name)!.code;
};

describe("the headline and the list", () => {
  test("say what the server says of the same question", async () => {
    const page = await open("/?d=2001-04-01&cat=theme");
    const { places } = await ask<PlacesReply>("/api/v1/places?at=2001-04-01&category=theme");
    const names = await rows(page).locator(".row-button").allInnerTexts();
    expect(names).toEqual(places.slice(0, 50).map(({ name }) => name));
    const reaching = (n: number) => places.filter(({ all }) => all >= n).length;
    const pile = [6, 5, 4, 3, 2].find((n) => reaching(n) > 0)!;
    const word = ["", "", "two", "three", "four", "five", "six"][pile];
    expect(await headline(page)).toContain(`${reaching(pile)} place`);
    expect(await headline(page)).toContain(`${word} or more recorded initiatives at once`);
  });

  test("say what the server says of the departments of a place", async () => {
    const page = await open("/?d=2001-04-01&cat=theme&by=funders");
    const { places } = await ask<PlacesReply>(
      "/api/v1/places?at=2001-04-01&category=theme&by=funders",
    );
    const names = await rows(page).locator(".row-button").allInnerTexts();
    expect(names).toEqual(places.slice(0, 50).map(({ name }) => name));
    const [{ name, funders }] = places as [PlacesReply["places"][number]];
    const most = `${name} had the highest number of lead departments of any place in England, ${funders}`;
    expect(await headline(page)).toContain(most);
  });

  test("follow the date by key, by step, by slider and by typing", async () => {
    const page = await open("/?d=2002-06-01");
    await page.keyboard.press("]");
    await page.getByText("On 1 June 2003").first().waitFor();
    await page.getByRole("button", { name: /One year back/ }).click();
    await page.getByText("On 1 June 2002").first().waitFor();
    await page.getByRole("slider").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("On 1 July 2002").first().waitFor();
    expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toBe("1 July 2002");
    await page.locator("input[name=date]").fill("15 march 1999");
    await page.keyboard.press("Enter");
    await page.getByText("On 15 March 1999").first().waitFor();
    expect(new URL(page.url()).searchParams.get("d")).toBe("1999-03-15");
  });

  test("play through the months until stopped", async () => {
    const page = await open("/?d=2002-06-01");
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByText("On 1 August 2002").first().waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    const stopped = await headline(page);
    await page.waitForTimeout(800);
    expect(await headline(page)).toBe(stopped);
  });

  test("say so when nothing was live, and offer the way out", async () => {
    const page = await open("/?d=1994-01-01&prog=NDC");
    expect(await headline(page)).toBe("No recorded initiative was live on 1 January 1994");
    await page.getByText("Try a later date").waitFor();
  });
});

describe("filters", () => {
  test("a programme narrows list, headline and address, and comes off again", async () => {
    const page = await open("/?d=2002-06-01");
    const before = await headline(page);
    await page.getByRole("button", { name: /^Programmes/ }).click();
    await andRest(page, () => page.getByRole("checkbox", { name: /Health Action Zone/ }).check());
    expect(new URL(page.url()).searchParams.get("prog")).toBe("HAZ");
    expect(await headline(page)).not.toBe(before);
    await page.getByText("Counting only Health Action Zone.").waitFor();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    expect(await headline(page)).toBe(before);
  });

  test("the legend filters the list to the depths chosen", async () => {
    const page = await open("/?d=2002-06-01");
    await andRest(page, () => page.getByRole("button", { name: /^Depth 4:/ }).click());
    const covers = await rows(page).locator("td:nth-of-type(2)").allInnerTexts();
    expect(new Set(covers)).toEqual(new Set(["4"]));
    expect(new URL(page.url()).searchParams.get("depth")).toBe("4");
    await page.getByRole("button", { name: "Show every depth" }).click();
    expect(await rows(page).count()).toBe(50);
  });

  test("the back button undoes them one by one", async () => {
    const page = await open("/?d=2002-06-01");
    const first = await headline(page);
    await page.getByRole("button", { name: /Holistic/ }).click();
    await page.getByText("Counting only Holistic.").waitFor();
    await page.goBack();
    expect(await headline(page)).toBe(first);
    expect(await page.getByRole("button", { name: /Holistic/ }).getAttribute("aria-pressed")).toBe(
      "false",
    );
  });
});

describe("the stack", () => {
  test("a click on each of the first fifty rows opens a stack of that count", async () => {
    const page = await open("/?d=2002-06-01");
    expect(await rows(page).count()).toBe(50);
    for (let i = 0; i < 50; i++) {
      const row = rows(page).nth(i);
      const name = await row.locator(".row-button").innerText();
      const [covers, within, all] = await row
        .locator("td.number")
        .allInnerTexts()
        .then((t) => t.slice(1));
      await row.click();
      await card(page).getByRole("heading", { level: 2, name, exact: true }).waitFor();
      expect(await figure(page, "initiatives live"), name).toBe(all);
      expect(await figure(page, "cover + within"), name).toBe(`${covers} + ${within}`);
      const groups = card(page).locator(".group:not([aria-label^=Undated]) .entry");
      expect(await groups.count(), name).toBe(Number(all));
    }
  }, 240_000);

  test("a click on the ground opens what stands there, and marks its row", async () => {
    const study = await ask<StudyReply>("/api/v1/study");
    const wanted = study.places.find(({ name }) => name === "Middlesbrough")!;
    const page = await open(`/?d=2002-06-01&v=10/${wanted.lat}/${wanted.lon}`);
    const frame = (await page.locator(".map-canvas").boundingBox())!;
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await card(page).getByRole("heading", { name: "Middlesbrough" }).waitFor();
    expect(await page.locator(".row-chosen .row-button").innerText()).toBe("Middlesbrough");
    expect(new URL(page.url()).searchParams.get("place")).toBe(wanted.code);
  });

  test("ground outside England has a stack and no rank", async () => {
    const study = await ask<StudyReply>("/api/v1/study");
    const abroad = study.places.find(({ country }) => country === "Wales")!;
    const page = await open(`/?d=2002-06-01&place=${abroad.code}`);
    await card(page).getByRole("heading", { name: abroad.name }).waitFor();
    await card(page).getByText("Not ranked").waitFor();
  });

  test("gives each initiative its money and its evidence", async () => {
    const page = await open(`/?d=2002-06-01&place=${await codeOf("Middlesbrough")}`);
    const name = await card(page).locator("h2").innerText();
    expect(name).toBe("Middlesbrough");
    const entry = card(page).locator(".entry", { hasText: "New Deal for Communities" });
    await entry.getByText("£52.1m").waitFor();
    await entry.getByRole("button", { name: /Evidence/ }).click();
    await entry.getByText("Source", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    expect(await entry.locator(".evidence").isVisible()).toBe(false);
    await card(page).getByRole("heading", { name }).waitFor();
  });

  test("says which ends are recalled, and whose aims and partners an entry rests on", async () => {
    const page = await open(`/?d=2002-06-01&place=${await codeOf("Southwark")}`);
    const entry = card(page).locator(".entry", { hasText: "Lambeth, Southwark and Lewisham" });
    await entry.getByText("Apr 1998 to Mar 2003, end recalled").waitFor();
    await entry.getByRole("button", { name: /Evidence/ }).click();
    const row = (name: string) => entry.locator(".record-row", { hasText: name });
    await row("Metropolitan Police").waitFor();
    const said = (name: string) => row(name).innerText();
    expect(await said("Metropolitan Police")).toMatch(
      /^Metropolitan Police, community safety partner \(police\)\s+recalled$/,
    );
    expect(await said("London Borough of Southwark Council")).toMatch(
      /member authority \(local authority\)\s+sourced$/,
    );
    expect(await said("health, primary")).toMatch(/^health, primary\s+(sourced|recalled)$/);
  });

  test("changes with the date while it is open", async () => {
    const page = await open(`/?d=2002-06-01&place=${await codeOf("Middlesbrough")}`);
    expect(Number(await figure(page, "initiatives live"))).toBeGreaterThan(3);
    await page.locator("input[name=date]").fill("1994-01-01");
    await page.keyboard.press("Enter");
    await page.getByText("On 1 January 1994").first().waitFor();
    expect(await figure(page, "initiatives live")).toBe("1");
    await card(page).getByText("City Challenge", { exact: true }).waitFor();
  });
});

describe("an address", () => {
  test("that cannot be read falls back and says so", async () => {
    const page = await open("/?d=tomorrow&prog=NOPE&place=99ZZ");
    await page.getByText("“tomorrow” in the address is not a date").waitFor();
    await page.getByText("There is no programme “NOPE”").waitFor();
    await page.getByText("There is no place with the code “99ZZ”").waitFor();
    expect(await headline(page)).toContain("On 1 June 2002");
  });

  test("made with other data says that the figures may differ", async () => {
    const page = await open("/?d=2002-06-01&ds=00000000");
    await page.getByText("This link was made with data 00000000").waitFor();
  });
});
