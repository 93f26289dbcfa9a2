/** The places with most initiatives on the date, each a way to its stack. */
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { numeral, rank } from "../../format.ts";
import { Squares } from "../../parts/marks.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/start.ts";
import { regionShort } from "../../texts/words.ts";
import { HOTSPOTS } from "../../view.ts";

const ROWS = 6;

export function MostList({ study, answer }: { study: Study; answer: Answer }) {
  const rows = answer.rows.filter(({ all }) => all > 0).slice(0, ROWS);
  if (rows.length === 0) return <Empty what={texts.nothingLive} hint={texts.nothingLiveHint} />;
  return (
    <ol class="most">
      {rows.map((row) => {
        const { code, name, region } = study.places[row.place]!;
        return (
          <li key={code}>
            <span class="rank">{rank(row.rank, row.tied)}</span>
            <span class="most-place">
              <ScreenLink screen={HOTSPOTS} change={{ place: code, cell: undefined }}>
                {name}
              </ScreenLink>{" "}
              <small>{regionShort(region)}</small>
            </span>
            <Squares covers={row.covers} touches={row.touches} within={row.within} />
            <span class="number">
              <span aria-hidden="true">{numeral(row.covers, row.within)}</span>
              <span class="unseen">{texts.mostRow(row.covers, row.within)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
