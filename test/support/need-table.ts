/** The table of docs/need.md, so that a test holds the page to the figures. */
import type { NeedCountsReply, NeedReply } from "../../server/contract/need.ts";

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
const percent = (share: number | null) => (share === null ? "" : `${(share * 100).toFixed(1)} %`);

function line(name: string, counts: NeedCountsReply): string {
  const { areas, people, none_share, people_by_depth, elsewhere } = counts;
  const cells = [
    name,
    whole(areas.covers + areas.within + areas.none),
    whole(people.covers + people.within + people.none),
    whole(people.covers),
    whole(people.within),
    whole(people.none),
    percent(none_share),
    whole(people_by_depth[3]!),
    whole(elsewhere.covered),
  ];
  return `| ${cells.join(" | ")} |`;
}

export const needTable = ({ regions, total }: NeedReply): string =>
  [
    "| region | areas in need | people in need | covered | somewhere within | none recorded | share | under three or more | covered elsewhere |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...regions.map(({ region, ...counts }) => line(region, counts)),
    line("**England**", total),
  ].join("\n");
