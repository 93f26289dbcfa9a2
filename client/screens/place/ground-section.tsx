/** The ground of the place by what covers it: how much lies under how many, and under which. */
import { liveOutlines } from "../../../server/core/hotspots/depth.ts";
import { depthClass } from "../../answer.ts";
import { area, listing, percent, plural } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { initiativeTitle, programmeShort } from "../../programme-words.ts";
import { texts } from "../../texts/place.ts";
import type { PlaceFacts } from "./place-facts.ts";

/** Ground of the place under one set of initiatives. */
export interface Overlap {
  /** Indices of the initiatives, ascending. */
  readonly initiatives: readonly number[];
  readonly area: number;
}

/** The place's cells on the date, those under the same initiatives taken together; largest first. */
export function overlapsOf({ index, question, at }: Pick<PlaceFacts, "index" | "question" | "at">) {
  const { study, cellsOf } = index;
  const live = liveOutlines(index, question);
  const found = new Map<string, Overlap>();
  for (const cell of cellsOf[at]!) {
    const { coveredBy, area: ground } = study.cells[cell]!;
    const initiatives = coveredBy
      .filter((outline) => live[outline])
      .map((outline) => study.outlines[outline]!.initiative)
      .sort((a, b) => a - b);
    const key = initiatives.join();
    found.set(key, { initiatives, area: (found.get(key)?.area ?? 0) + ground });
  }
  return [...found.values()].sort((a, b) => b.area - a.area);
}

export function GroundSection({ facts }: { facts: PlaceFacts }) {
  const { place, index } = facts;
  const overlaps = overlapsOf(facts);
  const total = overlaps.reduce((sum, { area: ground }) => sum + ground, 0);
  const nameOf = (initiative: number) => {
    const { name, round, programme } = index.study.initiatives[initiative]!;
    const short = programmeShort(index.study.programmes[programme]!);
    return `${short}, ${initiativeTitle(short, name, round)}`;
  };
  const columns: Column<Overlap>[] = [
    {
      id: "initiatives",
      label: texts.coveredBy,
      value: ({ initiatives }) => initiatives.map(nameOf).join("; ") || texts.uncovered,
      cell: ({ initiatives }) =>
        initiatives.length ? (
          <ul class="covering">
            {initiatives.map((initiative) => (
              <li key={initiative}>{nameOf(initiative)}</li>
            ))}
          </ul>
        ) : (
          texts.uncovered
        ),
      head: true,
    },
    {
      id: "depth",
      label: texts.depth,
      value: ({ initiatives }) => initiatives.length,
      number: true,
    },
    {
      id: "area_m2",
      label: texts.ground,
      title: texts.groundTitle,
      value: (overlap) => overlap.area,
      cell: (overlap) => area(overlap.area),
      number: true,
    },
    {
      id: "share",
      label: texts.shareColumn,
      value: (overlap) => overlap.area / total,
      cell: (overlap) => percent(overlap.area / total),
      number: true,
    },
  ];
  return (
    <>
      <SectionHead
        id="ground-heading"
        heading={texts.groundHeading(place.name)}
        note={texts.groundNote}
      />
      {overlaps.length === 0 ? (
        <Empty what={texts.noGround} />
      ) : (
        <>
          <DepthBar overlaps={overlaps} total={total} />
          <DataTable
            caption={texts.groundCaption(place.name)}
            columns={columns}
            rows={overlaps}
            keyOf={({ initiatives }) => initiatives.join() || "none"}
            empty={texts.noGround}
            file={`patchwork-${place.code}-overlaps`}
          />
        </>
      )}
    </>
  );
}

/** The whole place as one bar, cut by depth; its numerals say what its colours do. */
function DepthBar({ overlaps, total }: { overlaps: readonly Overlap[]; total: number }) {
  const byDepth = new Map<number, number>();
  for (const { initiatives, area: ground } of overlaps)
    byDepth.set(initiatives.length, (byDepth.get(initiatives.length) ?? 0) + ground);
  const bands = [...byDepth].sort(([a], [b]) => a - b);
  const words = bands.map(([depth, ground]) =>
    texts.band(percent(ground / total), plural(depth, "initiative")),
  );
  return (
    <div class="depth-bar" role="img" aria-label={listing(words)}>
      {bands.map(([depth, ground]) => (
        <span
          key={depth}
          class={`depth-band depth-${depthClass(depth)}`}
          style={{ flexGrow: ground / total }}
          title={texts.band(percent(ground / total), plural(depth, "initiative"))}
        >
          {depth}
        </span>
      ))}
    </div>
  );
}
