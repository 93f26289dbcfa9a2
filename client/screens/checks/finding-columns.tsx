/** Columns of the places of a problem: only those that the problem has something in. */
import type { CheckReport } from "../../../server/contract/check-report.ts";
import { count } from "../../format.ts";
import type { Column } from "../../parts/data-table.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { texts } from "../../texts/checks.ts";
import { HOTSPOTS } from "../../view.ts";

type Problem = CheckReport["problems"][number];
type Finding = Problem["findings"][number];

/** As near as the map goes. */
const ZOOM = 15;

export function findingColumns({ findings, unit }: Problem): readonly Column<Finding>[] {
  const all: readonly Column<Finding>[] = [
    {
      id: "feature",
      label: texts.feature,
      title: texts.featureRule,
      number: true,
      value: ({ feature }) => feature,
      cell: ({ feature }) => count(feature),
    },
    { id: "id", label: texts.id, head: true, value: ({ id }) => id },
    { id: "name", label: texts.name, value: ({ name }) => name || undefined },
    {
      id: "place",
      label: texts.place,
      title: texts.placeRule,
      value: placeOf,
      cell: (finding) => <OnMap finding={finding} />,
    },
    {
      id: "ring",
      label: texts.ring,
      title: texts.ringRule,
      number: true,
      value: ({ ring }) => ring ?? undefined,
    },
    {
      id: "size",
      label: texts.size(unit),
      number: true,
      value: ({ size }) => size ?? undefined,
      cell: ({ size }) => size?.toLocaleString("en-GB", { maximumFractionDigits: 3 }) ?? "",
    },
    { id: "column", label: texts.field, value: ({ field }) => field ?? undefined },
    { id: "value", label: texts.value, value: ({ value }) => value ?? undefined },
  ];
  return all.filter(
    ({ id, value }) =>
      id === "feature" || id === "id" || findings.some((finding) => value(finding) !== undefined),
  );
}

const placeOf = ({ lon, lat }: Finding) =>
  lon === null || lat === null ? undefined : `${lon}, ${lat}`;

function OnMap({ finding }: { finding: Finding }) {
  const { lon, lat } = finding;
  if (lon === null || lat === null) return null;
  const camera = { zoom: ZOOM, lat, lon };
  return (
    <ScreenLink
      screen={HOTSPOTS}
      change={{ params: {}, camera, place: undefined, cell: undefined, region: undefined }}
    >
      {placeOf(finding)}
    </ScreenLink>
  );
}
