/**
 * What a step of the date costs the page's main thread, in a real browser: the built app on a made-up
 * study of a given size, stepped by the month and by the year.
 */
import type { Browser, CDPSession, Page } from "playwright-core";
import { fromStudyReply, studyReply, toStudyReply } from "../../server/contract/study.ts";
import { openApp } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";
import { type StepKind, type SteppedSize, stepsReport } from "./date-steps-report.ts";
import { measureFirstPaint } from "./first-paint.ts";
import { madeStudy, type StudySize } from "./made-study.ts";
import { madeTiles } from "./made-tiles.ts";

const SIZES: readonly StudySize[] = [
  { initiatives: 2000, cells: 7000 },
  { initiatives: 20_000, cells: 20_000 },
];
const STEPS = 15;
/** The first steps are those of a page that has not run this code before. */
const WARMING = 2;
/** Long enough for a step and the drawing of it, on a busy machine too. */
const REST_MS = 400;
/** Away from the ends of the slider in either direction. */
const FIRST_DAY = "1999-06-01";
const KEYS: Record<StepKind, readonly [on: string, back: string]> = {
  month: ["ArrowRight", "ArrowLeft"],
  year: ["]", "["],
};

/** The first paint, then both sizes: what docs/performance.md has; each step is said as it is measured. */
export async function measureDateSteps(say: (text: string) => void): Promise<string> {
  const app = await serveApp();
  const browser = await launchBrowser();
  try {
    const painted = await measureFirstPaint(browser, app.address, say);
    const sizes: SteppedSize[] = [];
    for (const size of SIZES) sizes.push(await stepsOf(browser, app, size, say));
    return `${painted}\n\n${stepsReport(sizes)}`;
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function stepsOf(
  browser: Browser,
  app: ServedApp,
  size: StudySize,
  say: (text: string) => void,
): Promise<SteppedSize> {
  const { page, close } = await openApp(browser, app.address, `/hotspots?d=${FIRST_DAY}`, {}, (p) =>
    replaceStudy(p, app, size),
  );
  const session = await page.context().newCDPSession(page);
  // The page's own work: other programs on the machine do not count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.locator('input[type="range"]').focus();
  const steps = {} as Record<StepKind, number[]>;
  for (const kind of ["month", "year"] as const) {
    steps[kind] = [];
    for (let step = 0; step < STEPS + WARMING; step++) {
      const before = await spent(session);
      // On and back again by turns of five, so that a year stays within the slider.
      await page.keyboard.press(KEYS[kind][Math.floor(step / 5) % 2]!);
      await page.waitForTimeout(REST_MS);
      const cost = (await spent(session)) - before;
      if (step >= WARMING) steps[kind].push(cost);
      say(`${size.initiatives}/${size.cells}, ${kind} ${step}: ${cost.toFixed(1)} ms`);
    }
  }
  await close();
  return { ...size, steps };
}

/** Script, layout and style of the main thread since the page began, in milliseconds. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return 1000 * (of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"));
}

/** The bundled places with made-up initiatives and cells; everything else is the server's own. */
async function replaceStudy(page: Page, app: ServedApp, size: StudySize) {
  const reply = await fetch(`${app.address}/api/v1/study`);
  const study = madeStudy(fromStudyReply(studyReply.parse(await reply.json())), size);
  const tile = madeTiles(study);
  await page.route("**/api/v1/study", (route) => route.fulfill({ json: toStudyReply(study) }));
  await page.route("**/tiles/cells/**", (route) => {
    const [z = 0, x = 0, y = 0] = /(\d+)\/(\d+)\/(\d+)\.mvt/
      .exec(route.request().url())!
      .slice(1)
      .map(Number);
    const body = tile(z, x, y);
    return route.fulfill(body ? { body } : { status: 204 });
  });
}
