/** One A4 page that can be handed round: statement, map, table, method, address, certificate. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { shortVersion } from "../../../client/format.ts";
import { mapHeading, RANKING_WORDS } from "../../../client/ranking-words.ts";
import { shared } from "../../../client/texts/shared.ts";
import { pageParams } from "../../contract/page-question.ts";
import { lastingPath } from "../lasting-link.ts";
import { mapKey, mapWithInset } from "../map-svg/map-sheet.ts";
import { patterns } from "../map-svg/patterns.ts";
import { html, type Markup, trusted } from "../markup.ts";
import type { PageContext, PageQuestion } from "../page-context.ts";
import { pageTexts } from "../pages/page-texts.ts";
import { type PinNotice, pinNotice } from "../pages/pin-notice.ts";
import { attribution, caveats, statementOf } from "../pages/statement.ts";
import { qrCode } from "../qr.ts";
import { lightTokens } from "../tokens.ts";
import { hotspotsTable, leadingPlaces } from "./hotspots-table.ts";
import { stackTable } from "./stack-table.ts";

/** Pixels of the map; 96 of them are printed an inch, so that its type is printed at 8 points. */
const MAP = {
  england: { width: 340, height: 345 },
  region: { width: 430, height: 325 },
  place: { width: 430, height: 275 },
} as const;
const KEY = { width: 712, height: 58 };
/** Incomplete programmes that are named; the address has them all. */
const NAMED = 3;

/** The briefing as the text of one file that asks nothing of anybody. */
export function briefing(context: PageContext, asked: PageQuestion, notice?: PinNotice): string {
  const { index } = context;
  const { study } = index;
  const statement = statementOf(index, asked);
  const leading = asked.area.kind === "place" ? undefined : leadingPlaces(asked, statement.rows);
  const table =
    asked.area.kind === "place"
      ? stackTable(index, asked.question, asked.area.place)
      : hotspotsTable(index, asked, leading ?? []);
  const address = `${context.address}${lastingPath(study.dataVersion, "/briefing", pageParams(study, asked))}`;
  const picture = briefingMap(
    context,
    asked,
    leading && new Map(leading.map(({ place }, i) => [place, i + 1])),
    statement.headline,
  );
  return `<!doctype html>\n${
    html`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shared.title(statement.headline)}</title>
<style>${trusted(style())}</style>
</head>
<body>
<main class="sheet">
${notice && pinNotice(notice)}
<header><b>${shared.product}</b> <span>${pageTexts.briefing}</span> <span class="version">${pageTexts.version(shortVersion(study.dataVersion))}</span></header>
<h1>${statement.headline}</h1>
<div class="top">
${picture.map}
<div class="said">
${statement.sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p class="note">${leading ? `${asked.figures?.rule ?? RANKING_WORDS[asked.by].rule} ${pageTexts.badgesAre}` : pageTexts.numbersAre}</p>
<div class="reach">${qrCode(address, pageTexts.qr(address))}<p><b>${pageTexts.online}</b><br><a href="${address}">${breakable(address)}</a></p></div>
</div>
</div>
${picture.key}
${table}
<footer>
<p>${[...caveats(study, statement.summary, NAMED), certificateWords(context), attribution(study)].join(" ")}</p>
</footer>
</main>
</body>
</html>`.markup
  }\n`;
}

function briefingMap(
  context: PageContext,
  asked: PageQuestion,
  numbered: ReadonlyMap<number, number> | undefined,
  words: string,
): { readonly map: Markup; readonly key: Markup } {
  const token = lightTokens();
  const { width, height } = MAP[asked.area.kind];
  const space = { left: 1, top: 1, width: width - 2, height: height - 2 };
  const drawn = mapWithInset(context, asked, space, "map-", token, numbered);
  const key = mapKey(context, asked, { left: 0, top: 0, prefix: "key-" }, token);
  return {
    map: html`<svg class="map" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${pageTexts.mapAlt(words)}"><defs>${patterns("map-", token)}</defs>${drawn}</svg>`,
    key: html`<svg class="key" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${KEY.width} ${KEY.height}" role="img" aria-label="${mapHeading(asked)}"><defs>${patterns("key-", token)}</defs>${key.markup}</svg>`,
  };
}

/** What the partition that the figures rest on says of itself. */
function certificateWords({ certificate, crs }: PageContext): string {
  const { passed, conservation_relative, bounds_violations, engine } = certificate();
  return pageTexts.certificate(passed, conservation_relative, bounds_violations, engine, crs.id);
}

/** An address that may be broken after each of its parts. */
const breakable = (address: string): Markup =>
  html`${address.split(/(?<=[/?&])/).map((part) => html`${part}<wbr>`)}`;

const require = createRequire(import.meta.url);
const SHEET = new URL("./briefing.css", import.meta.url);

/** The style with the type inside, so that the page prints alike everywhere. */
function style(): string {
  const faces = [400, 600].map((weight) => {
    const name = `@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`;
    const type = readFileSync(require.resolve(name)).toString("base64");
    return `@font-face{font-family:"Noto Sans";font-weight:${weight};src:url(data:font/woff2;base64,${type}) format("woff2")}`;
  });
  return `${faces.join("\n")}\n${readFileSync(SHEET, "utf8")}`;
}
