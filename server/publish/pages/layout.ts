/** A whole page: one heading, landmarks, the way back to the app, whose data it is. */
import { shortVersion } from "../../../client/format.ts";
import { shared } from "../../../client/texts/shared.ts";
import type { Study } from "../../core/model.ts";
import { html, type Markup } from "../markup.ts";
import { pageTexts } from "./page-texts.ts";
import { type PinNotice, pinNotice } from "./pin-notice.ts";
import { attribution } from "./statement.ts";

export interface PlainPage {
  /** The heading, and the title of the window. */
  readonly heading: string;
  readonly body: Markup;
  /** The address of the same thing in the app, where it has one. */
  readonly app?: string;
  /** The door of {@link DOORS} that the page is behind. */
  readonly door?: string;
}

/** The doors that every page shows, in order. */
export const DOORS: readonly { readonly path: string; readonly word: string }[] = [
  { path: "/plain/hotspots", word: pageTexts.hotspots },
  { path: "/plain/places", word: pageTexts.places },
  { path: "/plain/coterminosity", word: pageTexts.coterminosity },
  { path: "/plain/streams", word: pageTexts.streams },
  { path: "/plain/need", word: pageTexts.need },
  { path: "/plain/export", word: shared.screens.export },
  { path: "/plain/programmes", word: pageTexts.programmes },
  { path: "/plain/checks", word: pageTexts.checks },
];

/** The page as the text of a file. */
export function plainPage(
  { heading, body, app, door }: PlainPage,
  study: Study,
  notice?: PinNotice,
): string {
  const doors = DOORS.map(
    ({ path, word }) =>
      html`<li><a href="${path}"${path === door && html` aria-current="page"`}>${word}</a></li>`,
  );
  return `<!doctype html>\n${
    html`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shared.title(heading)}</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="/plain/style.css">
</head>
<body>
<a class="skip" href="#main">${pageTexts.skip}</a>
<header>
<a class="brand" href="/plain/">${shared.product}</a>
<nav aria-label="${shared.nav}"><ul>${doors}<li><a href="${app ?? "/"}">${pageTexts.toApp}</a></li></ul></nav>
</header>
${notice && pinNotice(notice)}
<main id="main" tabindex="-1">
<h1>${heading}</h1>
${body}
</main>
<footer>
<p>${attribution(study)}</p>
<p>${pageTexts.version(shortVersion(study.dataVersion))} ${pageTexts.plainNote}</p>
</footer>
</body>
</html>`.markup
  }\n`;
}
