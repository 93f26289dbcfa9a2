/**
 * Draws docs/fit-causes.svg with the engine itself: one boundary against itself moved, drawn more
 * coarsely, and with a piece exchanged. Gap and overspill are what `core/fit` finds.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fitSets } from "../server/core/fit/fit-sets.ts";
import { fragmentShapes } from "../server/core/fit/fragment-shapes.ts";
import { rolesOf } from "../server/core/fit/roles.ts";
import type { Shapes } from "../server/core/overlay/model.ts";
import { partition } from "../server/core/overlay/partition.ts";
import { shapesBuilder } from "../server/core/overlay/shapes-builder.ts";

const GRID = { step: 0.001, originX: 0, originY: 0 };
const NEEDED = { bodyAccuracy: undefined, referenceAccuracy: undefined, onNationalGrid: false };

/** A wavy ring round the origin, metres. */
const RING: readonly (readonly [number, number])[] = Array.from({ length: 360 }, (_, i) => {
  const turn = (i / 180) * Math.PI;
  const r =
    800 *
    (1 + 0.1 * Math.sin(5 * turn) + 0.04 * Math.sin(17 * turn + 1) + 0.02 * Math.sin(41 * turn));
  return [r * Math.cos(turn), r * Math.sin(turn)];
});

/** The body of each panel and its reference. */
const PANELS = [
  { title: "moved", rings: [RING.map(([x, y]) => [x + 70, y + 40] as const)] },
  { title: "drawn more coarsely", rings: [RING.filter((_, i) => i % 15 === 0)] },
  {
    title: "a piece exchanged",
    rings: [
      RING,
      [
        [600, -300],
        [1150, -300],
        [1150, 200],
        [600, 200],
      ] as const,
    ],
  },
];

function panel({ title, rings }: (typeof PANELS)[number], index: number): string {
  const builder = shapesBuilder(GRID);
  builder.shape();
  for (const ring of rings) {
    builder.polygon();
    builder.ring(ring.flat());
  }
  builder.shape();
  builder.polygon();
  builder.ring(RING.flat());
  // Land all round, so that no edge is a coast.
  builder.shape();
  builder.polygon();
  builder.ring([-3000, -3000, 3000, -3000, 3000, 3000, -3000, 3000]);
  const cut = partition(builder.build(), GRID);
  const { pairs, graph } = fitSets(cut, rolesOf(1, 1, 0, 1), {
    ...NEEDED,
    tolerance: 1,
    hasOtherVintage: false,
    hasLand: true,
  });
  const [pair] = pairs;
  const fragments = pair!.fragments();
  const shapes = fragmentShapes(graph, GRID, fragments);
  const pieces = fragments.map(({ kind }, i) => `<path class="${kind}" d="${pathOf(shapes, i)}"/>`);
  const share = ((pair!.overlap.jaccard ?? 0) * 100).toFixed(1);
  return `<g transform="translate(${130 + 260 * index} 130)">
<path class="line" d="M${RING.map(([x, y]) => `${x / 10} ${-y / 10}`).join("L")}Z"/>
${pieces.join("\n")}
<text y="128">${title}: ${pair!.cause ?? "no cause"}, ${share} % shared</text></g>`;
}

function pathOf({ polygonRing, ringVertex, xy }: Shapes, polygon: number): string {
  const rings: string[] = [];
  for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
    const points: string[] = [];
    for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; v++) {
      points.push(`${(xy[2 * v]! / 10_000).toFixed(2)} ${(-xy[2 * v + 1]! / 10_000).toFixed(2)}`);
    }
    rings.push(`M${points.join("L")}Z`);
  }
  return rings.join("");
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="780" height="275" viewBox="0 0 780 275" role="img" aria-label="Gap and overspill of a boundary that was moved, drawn more coarsely, and changed">
<style>.line{fill:#f4f4f2;stroke:#555;stroke-width:.8}.gap{fill:#0072B2;stroke:#0072B2;stroke-width:.4}.overspill{fill:#D55E00;stroke:#D55E00;stroke-width:.4}text{font:13px sans-serif;text-anchor:middle;fill:#222}</style>
<rect width="780" height="275" fill="#fff"/>
${PANELS.map(panel).join("\n")}
</svg>
`;
writeFileSync(fileURLToPath(new URL("../docs/fit-causes.svg", import.meta.url)), svg);
