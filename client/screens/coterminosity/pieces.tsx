/** The single pieces of gap and overspill, by ground and by people; choosing one moves the map to it. */
import type { FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { centreOf, type Piece, pieceName } from "../../fit-piece.ts";
import { count, ground, length } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts as shared } from "../../texts/coterminosity.ts";
import { texts } from "../../texts/pieces.ts";

/** Rows shown at once, the largest; slivers of a long boundary can be thousands. */
const FIRST_ROWS = 20;

interface PiecesProps {
  readonly reply: FitOpenedReply;
  /** Id of the piece that the map shows. */
  readonly chosen: string | undefined;
}

export function Pieces({ reply, chosen }: PiecesProps) {
  const { setParams } = useActions();
  const { fragments, initiative, reference } = reply;
  const { features } = fragments;
  const slivers = features.filter(({ properties }) => properties.sliver).length;
  const largest = features[0]?.properties.area_m2 ?? 0;
  // A link to a piece far down opens the list as far as that.
  const upTo = 1 + features.findIndex(({ id }) => id === chosen);
  const choose = (id: string) => setParams({ piece: id === chosen ? undefined : id });
  return (
    <section class="fit-pieces" aria-labelledby="pieces-heading">
      <h3 id="pieces-heading">{texts.heading}</h3>
      <p class="note">
        {texts.sentence(features.length, slivers, ground(largest))}{" "}
        {features.length > 0 && texts.choose}
      </p>
      {features.length > 0 && (
        <DataTable<Piece>
          caption={texts.caption(initiative.name, reference.name)}
          file={`patchwork-pieces-${initiative.id}-${reference.code}`}
          columns={columnsOf(chosen, choose)}
          rows={features}
          first={Math.max(FIRST_ROWS, upTo)}
          keyOf={({ id }) => id}
          rowClass={({ id }) => (id === chosen ? "selected" : "")}
          empty={texts.sentence(0, 0, "")}
        />
      )}
    </section>
  );
}

const columnsOf = (
  chosen: string | undefined,
  choose: (id: string) => void,
): readonly Column<Piece>[] => [
  {
    id: "piece",
    label: texts.piece,
    title: texts.pieceTitle,
    value: pieceName,
    cell: (piece) => (
      <button
        type="button"
        class="text-button"
        aria-pressed={piece.id === chosen}
        aria-label={texts.look(pieceName(piece), whereOf(piece))}
        onClick={() => choose(piece.id)}
      >
        <span class={`key-${piece.properties.kind}`} aria-hidden="true" /> {pieceName(piece)}
      </button>
    ),
    head: true,
  },
  {
    id: "area_m2",
    label: texts.ground,
    value: ({ properties }) => properties.area_m2,
    cell: ({ properties }) => ground(properties.area_m2),
    number: true,
  },
  {
    id: "people",
    label: texts.people,
    title: texts.peopleTitle,
    value: ({ properties }) => properties.people ?? undefined,
    cell: ({ properties: { people, people_reason: why } }) =>
      people === null ? <span title={why ?? ""}>{shared.notKnown}</span> : count(people),
    number: true,
  },
  {
    id: "width_m",
    label: texts.width,
    title: texts.widthTitle,
    value: ({ properties }) => properties.width_m,
    cell: ({ properties }) => length(properties.width_m),
    number: true,
  },
  {
    id: "sliver",
    label: texts.sliver,
    title: texts.sliverTitle,
    value: ({ properties }) => (properties.sliver ? texts.yes : texts.no),
  },
  {
    id: "where",
    label: texts.where,
    title: texts.whereTitle,
    value: whereOf,
    cell: (piece) => (
      <>
        {nameOf(piece)} <small class="note">{degreesOf(piece)}</small>
      </>
    ),
  },
];

const nameOf = ({ properties }: Piece) => properties.mostly_in?.name ?? texts.noArea;
const degreesOf = (piece: Piece) => {
  const { north, east } = centreOf(piece);
  return texts.at(north, east);
};

function whereOf(piece: Piece): string {
  return `${nameOf(piece)}, ${degreesOf(piece)}`;
}
