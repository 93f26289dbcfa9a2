/** Tables of an opened cell without script: its single pieces, and possible boundaries. */

import { centreOf, pieceName } from "../../../client/fit-piece.ts";
import { count, ground, length, percent, ratio } from "../../../client/format.ts";
import { texts as chooserTexts } from "../../../client/texts/chooser.ts";
import { texts as fitTexts } from "../../../client/texts/coterminosity.ts";
import { texts as pieceTexts } from "../../../client/texts/pieces.ts";
import type { ChooserReply } from "../../contract/chooser.ts";
import type { FitOpenedReply } from "../../contract/fit-matrix.ts";
import { html, type Markup } from "../markup.ts";
import { paragraphs, table } from "./elements.ts";
import { pageTexts } from "./page-texts.ts";

type Piece = FitOpenedReply["fragments"]["features"][number];
type Candidate = ChooserReply["candidates"][number];

/** Pieces listed, the largest; slivers of a long boundary can be thousands. */
const LISTED = 100;

const people = (value: number | null) => (value === null ? fitTexts.notKnown : count(value));

/** The pieces of gap and overspill, the largest first. */
export function piecesTable({ fragments, initiative, reference }: FitOpenedReply): Markup {
  const { features } = fragments;
  const slivers = features.filter(({ properties }) => properties.sliver).length;
  const largest = ground(features[0]?.properties.area_m2 ?? 0);
  const caption = pieceTexts.caption(initiative.name, reference.name);
  return html`<h2>${pieceTexts.heading}</h2>
<p>${pieceTexts.sentence(features.length, slivers, largest)}</p>
${
  features.length > 0 &&
  table<Piece>(
    caption,
    [
      { head: pieceTexts.piece, meaning: pieceTexts.pieceTitle, names: true, cell: pieceName },
      {
        head: pieceTexts.ground,
        figure: true,
        cell: ({ properties }) => ground(properties.area_m2),
      },
      {
        head: pieceTexts.people,
        meaning: pieceTexts.peopleTitle,
        figure: true,
        cell: ({ properties }) => people(properties.people),
      },
      {
        head: pieceTexts.width,
        meaning: pieceTexts.widthTitle,
        figure: true,
        cell: ({ properties }) => length(properties.width_m),
      },
      {
        head: pieceTexts.sliver,
        meaning: pieceTexts.sliverTitle,
        cell: ({ properties }) => (properties.sliver ? pieceTexts.yes : pieceTexts.no),
      },
      { head: pieceTexts.where, meaning: pieceTexts.whereTitle, cell: whereOf },
    ],
    features.slice(0, LISTED),
  )
}
${features.length > LISTED && html`<p>${pageTexts.smallerPieces(features.length - LISTED)}</p>`}`;
}

function whereOf(piece: Piece): string {
  const { north, east } = centreOf(piece);
  return `${piece.properties.mostly_in?.name ?? pieceTexts.noArea}, ${pieceTexts.at(north, east)}`;
}

/** The pair by people, where they are known. */
export const jaccardByPeople = ({ pair }: FitOpenedReply): string => {
  const jaccard = pair.weighted?.jaccard;
  return jaccard === undefined || jaccard === null ? fitTexts.notKnown : ratio(jaccard);
};

/** @param why why there are none, in place of the list */
export function possibleTable(reply: ChooserReply | undefined, why: string | undefined): Markup {
  if (reply === undefined)
    return html`<h2>${chooserTexts.heading}</h2>
<p>${why}</p>`;
  const { candidates, considered, initiatives, advice } = reply;
  const unknown = candidates[0]?.people_unknown ?? 0;
  return html`<h2>${chooserTexts.heading}</h2>
<p>${chooserTexts.sentence(considered, initiatives.length)} ${candidates.length < considered && chooserTexts.listed(candidates.length)}</p>
${table<Candidate>(
  chooserTexts.caption,
  [
    { head: chooserTexts.rank, figure: true, cell: ({ rank }) => count(rank) },
    { head: chooserTexts.possible, names: true, cell: ({ label }) => label },
    {
      head: chooserTexts.unsplit,
      meaning: chooserTexts.unsplitTitle,
      figure: true,
      cell: ({ unsplit }) => chooserTexts.ofAll(unsplit, initiatives.length),
    },
    {
      head: chooserTexts.inside,
      meaning: chooserTexts.insideTitle,
      figure: true,
      cell: ({ people_inside: inside }) =>
        inside === null ? chooserTexts.notKnown : percent(inside),
    },
    {
      head: chooserTexts.matches,
      meaning: chooserTexts.matchesTitle,
      cell: ({ matches }) => (matches.length === 0 ? chooserTexts.noMatch : matches.join("; ")),
    },
  ],
  candidates,
  chooserTexts.none,
)}
${unknown > 0 && html`<p>${chooserTexts.unknown(unknown)}</p>`}
${paragraphs(advice)}`;
}
