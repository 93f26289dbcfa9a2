/** A map to take away: headline, map, key, caveats, attribution. One file, no request to anywhere. */
import { classWord as classWordOf, metricOf, placesByClass } from "../../../client/metrics.ts";
import { mapHeading } from "../../../client/ranking-words.ts";
import { type PageQuestion, rankWith } from "../../contract/page-question.ts";
import { rankedPlaces, rankPlaces } from "../../core/hotspots/ranking.ts";
import { summarise } from "../../core/hotspots/summary.ts";
import { type Markup, svg } from "../markup.ts";
import type { PageContext } from "../page-context.ts";
import { pageTexts } from "../pages/page-texts.ts";
import { attribution, caveats, statementOf } from "../pages/statement.ts";
import { wrapped } from "../text-width.ts";
import { lightTokens, type Token } from "../tokens.ts";
import { drawMap } from "./draw-map.ts";
import type { FrameSpace } from "./frame.ts";
import { classWord, legend } from "./furniture.ts";
import { patterns } from "./patterns.ts";

export const FONTS = "'Noto Sans', system-ui, sans-serif";

const WIDTH = 760;
const MARGIN = 20;
/** Height of the map itself. */
const HIGH = { england: 780, region: 620, place: 560 } as const;
/** Where London stands enlarged on a map of England: over the North Sea, in shares of the map. */
const INSET = { left: 0.71, top: 0.05, width: 0.27, height: 0.19 } as const;

/** The whole sheet as the text of an SVG file. */
export function mapSheet(context: PageContext, asked: PageQuestion): string {
  const token = lightTokens();
  const { study } = context.index;
  const statement = statementOf(context.index, asked);
  const inner = WIDTH - 2 * MARGIN;
  let y = MARGIN;
  const text = (lines: readonly string[], size: number, weight: number, colour: string) => {
    const markup = lines.map((line) => {
      y += size * 1.3;
      return svg`<text x="${MARGIN}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${token(colour)}">${line}</text>`;
    });
    return svg`${markup}`;
  };
  const head = text(wrapped(statement.headline, inner, 20, true), 20, 600, "ink");
  y += 4;
  const lead = text(wrapped(statement.sentences.join(" "), inner, 12.5), 12.5, 400, "ink2");
  y += 12;
  const space = { left: MARGIN, top: y, width: inner, height: HIGH[asked.area.kind] };
  const map = mapWithInset(context, asked, space, "", token);
  y += space.height + 6;
  const key = mapKey(context, asked, { left: MARGIN, top: y, prefix: "" }, token);
  y += key.height;
  const notes = [
    metricOf(asked.by) ? pageTexts.heights : `${pageTexts.numbersAre} ${pageTexts.heights}`,
    ...caveats(study, statement.summary),
    attribution(study),
  ];
  const small = text(
    notes.flatMap((note) => wrapped(note, inner, 10.5)),
    10.5,
    400,
    "ink3",
  );
  const height = Math.ceil(y + MARGIN);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    svg`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc" font-family="${FONTS}"><title id="title">${statement.headline}</title><desc id="desc">${statement.sentences.join(" ")}</desc><defs>${patterns("", token)}</defs><rect width="${WIDTH}" height="${height}" fill="${token("surface")}"/>${head}${lead}${map}${key.markup}${small}</svg>`
      .markup
  }\n`;
}

/** The map, and on one of England London enlarged in its corner. */
export function mapWithInset(
  context: PageContext,
  asked: PageQuestion,
  space: FrameSpace,
  prefix: string,
  token: Token,
  numbered?: ReadonlyMap<number, number>,
): Markup {
  const wish = { asked, space, prefix, ...(numbered ? { numbered } : {}) };
  const london = rankedPlaces(context.index, "London");
  if (asked.area.kind !== "england" || london.length === 0)
    return drawMap(context, wish, token).markup;
  // A number that stands on the enlarged part would only crowd the other.
  const elsewhere = numbered && new Map([...numbered].filter(([place]) => !london.includes(place)));
  const outside = elsewhere ? { ...wish, numbered: elsewhere } : wish;
  const main = drawMap(context, outside, token).markup;
  const corner = {
    left: space.left + space.width * INSET.left,
    top: space.top + space.height * INSET.top,
    width: space.width * INSET.width,
    height: space.height * INSET.height,
  };
  const inset = drawMap(
    context,
    {
      ...wish,
      asked: { ...asked, area: { kind: "region", region: "London" } },
      space: corner,
      prefix: `${prefix}london-`,
      furniture: false,
    },
    token,
  ).markup;
  return svg`${main}<defs>${patterns(`${prefix}london-`, token)}</defs>${inset}<text x="${corner.left.toFixed(1)}" y="${(corner.top - 4).toFixed(1)}" font-size="11" fill="${token("ink2")}">${pageTexts.mapInset}</text>`;
}

/** The key to a map's colours, with how many places are wholly covered at each depth. */
export function mapKey(
  { index }: PageContext,
  asked: PageQuestion,
  at: { readonly left: number; readonly top: number; readonly prefix: string },
  token: Token,
) {
  const region = asked.area.kind === "region" ? asked.area.region : undefined;
  const rows = rankPlaces(index, asked.question, asked.by, region, rankWith(asked));
  const metric = metricOf(asked.by);
  const places = pageTexts.mapPlaces;
  if (metric) {
    const counts = placesByClass(metric, rows);
    const classes = counts.map((_, at) => classWordOf(metric, at));
    return legend(at, counts, { title: mapHeading(asked), classes, places }, token);
  }
  const { placesByCovers } = summarise(index, asked.question, rows);
  const words = {
    title: mapHeading(asked),
    classes: placesByCovers.map((_, depth) => classWord(depth)),
    discs: { within: pageTexts.mapWithin, cited: pageTexts.mapCited },
    places,
  };
  return legend(at, placesByCovers, words, token);
}
