/** What the initiatives here work towards: aims that several share, as their programmes state them. */
import { count, listing } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { programmeShort } from "../../programme-words.ts";
import { texts } from "../../texts/place.ts";
import { aimWord } from "../../texts/words.ts";
import type { PlaceFacts } from "./place-facts.ts";

interface Shared {
  readonly aim: string;
  readonly initiatives: number;
  readonly programmes: readonly string[];
}

/** Aims of what is live, the most shared first. */
export function sharedAims({ index, live }: Pick<PlaceFacts, "index" | "live">): Shared[] {
  const { initiatives, programmes } = index.study;
  const found = new Map<string, { initiatives: number; programmes: Set<string> }>();
  for (const { initiative } of live) {
    const programme = programmes[initiatives[initiative]!.programme]!;
    for (const aim of programme.aims) {
      const before = found.get(aim) ?? { initiatives: 0, programmes: new Set<string>() };
      before.initiatives++;
      before.programmes.add(programmeShort(programme));
      found.set(aim, before);
    }
  }
  return [...found]
    .map(([aim, shared]) => ({
      aim,
      initiatives: shared.initiatives,
      programmes: [...shared.programmes],
    }))
    .sort((a, b) => b.initiatives - a.initiatives || (a.aim < b.aim ? -1 : 1));
}

export function AimsSection({ facts }: { facts: PlaceFacts }) {
  const { place, live } = facts;
  const rows = sharedAims(facts);
  const columns: Column<Shared>[] = [
    { id: "aim", label: texts.aim, value: ({ aim }) => aimWord(aim), head: true },
    {
      id: "initiatives",
      label: texts.initiatives,
      value: ({ initiatives }) => initiatives,
      cell: ({ initiatives }) => texts.ofThese(count(initiatives), count(live.length)),
      number: true,
    },
    {
      id: "programmes",
      label: texts.programmes,
      value: ({ programmes }) => programmes.join("; "),
      cell: ({ programmes }) => listing(programmes),
    },
  ];
  return (
    <>
      <SectionHead
        id="aims-heading"
        heading={texts.aimsHeading(rows.filter(({ initiatives }) => initiatives > 1).length)}
        note={texts.aimsNote}
      />
      <DataTable
        caption={texts.aimsCaption(place.name)}
        columns={columns}
        rows={rows}
        keyOf={({ aim }) => aim}
        empty={texts.nothingThen}
        file={`patchwork-${place.code}-aims`}
      />
    </>
  );
}
