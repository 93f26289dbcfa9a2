/** What the map draws of gap and overspill, body by body: the same reply, so the same figures. */
import type { FitGroundReply } from "../../../server/contract/fit-ground.ts";
import { area } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { CLASS_WORDS } from "../../texts/coterminosity.ts";
import { texts } from "../../texts/fit-map.ts";
import { shared } from "../../texts/shared.ts";
import { GRADE_WORDS } from "../../texts/words.ts";

type Body = FitGroundReply["bodies"][number];

export function FitTable({ reply: { bodies, layer } }: { reply: FitGroundReply }) {
  return (
    <details class="fit-table">
      <summary>{texts.table}</summary>
      <DataTable
        caption={texts.caption(layer.title)}
        columns={COLUMNS}
        rows={bodies}
        keyOf={({ initiative }) => initiative}
        empty={texts.none}
        file={`patchwork-gap-and-overspill-${layer.id}`}
      />
    </details>
  );
}

const ground = (
  kind: "gap" | "overspill" | "slivers",
  label: string,
  title: string,
): Column<Body> => ({
  id: `${kind}_m2`,
  label,
  title,
  value: (body) => body[kind].area_m2,
  cell: (body) => (body[kind].pieces === 0 ? "0" : area(body[kind].area_m2)),
  number: true,
});

const COLUMNS: readonly Column<Body>[] = [
  { id: "name", label: texts.body, value: ({ name }) => name, head: true },
  { id: "reference", label: texts.reference, value: ({ reference }) => reference.name },
  {
    id: "class",
    label: texts.verdict,
    value: (body) => body.class,
    cell: (body) => CLASS_WORDS[body.class].word,
  },
  ground("gap", texts.gapColumn, texts.gapTitle),
  ground("overspill", texts.overspillColumn, texts.overspillTitle),
  ground("slivers", texts.slivers, texts.sliversTitle),
  {
    id: "grade",
    label: texts.grade,
    value: ({ grade }) => grade ?? undefined,
    cell: ({ grade }) => (grade === null ? shared.unknown : GRADE_WORDS[grade]),
  },
];
