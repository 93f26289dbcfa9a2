/** Who sits where: the kinds that are missing, the network of boards, and the meetings it costs. */
import type { PartnershipReply } from "../../../server/contract/partnership.ts";
import { percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { texts } from "../../texts/partners.ts";
import { BoardNetwork } from "./board-network.tsx";
import { CoreKinds } from "./core-kinds.tsx";

type Load = PartnershipReply["loads"][number];
type Overlap = PartnershipReply["overlaps"][number];
type MatrixRow = PartnershipReply["matrix"][number];

export function Partners({ partnership }: { partnership: PartnershipReply }) {
  const { bodies, matrix, loads, overlaps } = partnership;
  if (matrix.length === 0) return <p class="note">{texts.noPartners}</p>;
  const bodyName = new Map(bodies.map(({ id, name }) => [id, name]));
  const named = (id: string) => bodyName.get(id) ?? id;
  return (
    <>
      <CoreKinds partnership={partnership} />
      <h3 class="sub">{texts.networkHead}</h3>
      <BoardNetwork partnership={partnership} />
      <DataTable
        caption={texts.loadTable}
        columns={LOAD_COLUMNS}
        rows={loads}
        keyOf={({ organisation }) => organisation}
        empty={texts.noPartners}
        file="patchwork-meeting-load"
      />
      <details>
        <summary>{texts.matrixHead(matrix.length, bodies.length)}</summary>
        <DataTable
          caption={texts.matrixTable}
          columns={matrixColumns(bodies)}
          rows={matrix}
          keyOf={({ organisation }) => organisation}
          empty={texts.noPartners}
          file="patchwork-membership"
        />
      </details>
      {overlaps.length > 0 && (
        <details>
          <summary>{texts.overlapHead(overlaps.length)}</summary>
          <DataTable
            caption={texts.overlapTable}
            columns={overlapColumns(named)}
            rows={overlaps}
            keyOf={({ a, b }) => `${a} ${b}`}
            empty={texts.noPartners}
            file="patchwork-board-overlap"
          />
        </details>
      )}
    </>
  );
}

const LOAD_COLUMNS: Column<Load>[] = [
  {
    id: "organisation",
    label: texts.organisation,
    value: ({ organisation }) => organisation,
    head: true,
  },
  { id: "boards", label: texts.boards, value: ({ boards }) => boards.length, number: true },
  {
    id: "meetings_a_year",
    label: texts.meetings,
    title: texts.meetingsRule,
    value: ({ meetings }) => (meetings.value > 0 || meetings.complete ? meetings.value : undefined),
    cell: ({ meetings }) =>
      meetings.complete
        ? meetings.value
        : meetings.value > 0
          ? texts.orMore(meetings.value)
          : texts.notRecorded,
    number: true,
  },
];

const matrixColumns = (bodies: PartnershipReply["bodies"]): Column<MatrixRow>[] => [
  {
    id: "organisation",
    label: texts.organisation,
    value: ({ organisation }) => organisation,
    head: true,
  },
  ...bodies.map(
    ({ id, name }): Column<MatrixRow> => ({
      id,
      label: name,
      value: ({ at }) => at[id],
      cell: ({ at }) =>
        at[id] ? texts.attendance[at[id]] : <span class="note">{texts.nothing}</span>,
    }),
  ),
];

const overlapColumns = (named: (id: string) => string): Column<Overlap>[] => [
  { id: "a", label: texts.first, value: ({ a }) => named(a), head: true },
  { id: "b", label: texts.second, value: ({ b }) => named(b) },
  { id: "shared", label: texts.sharedSeats, value: ({ shared }) => shared.join("; ") },
  {
    id: "jaccard",
    label: texts.shareOfEither,
    value: ({ jaccard }) => jaccard,
    cell: ({ jaccard }) => percent(jaccard),
    number: true,
  },
];
