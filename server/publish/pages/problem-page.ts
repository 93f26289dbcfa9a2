import { shared } from "../../../client/texts/shared.ts";
import { html } from "../markup.ts";
import { pageTexts } from "./page-texts.ts";

/** What went wrong with a page, in a sentence, with its code and the way back. Needs no data. */
export const problemPage = (code: string, message: string): string =>
  `<!doctype html>\n${
    html`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shared.title(pageTexts.problem)}</title>
<link rel="stylesheet" href="/plain/style.css">
</head>
<body>
<header><a class="brand" href="/plain/">${shared.product}</a></header>
<main id="main">
<h1>${pageTexts.problem}</h1>
<p>${message}</p>
<p class="code">${shared.codeWord(code)}</p>
<p><a href="/plain/">${pageTexts.backToStart}</a></p>
</main>
</body>
</html>`.markup
  }\n`;
