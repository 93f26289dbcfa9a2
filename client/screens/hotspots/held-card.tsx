/** What stands where a stack will stand: how much of each programme the registry holds. */
import { isIncomplete } from "../../../server/core/hotspots/summary.ts";
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { count } from "../../format.ts";
import { CategoryMark } from "../../parts/marks.tsx";
import { existedWords, programmeShort } from "../../programme-words.ts";
import { texts } from "../../texts/hotspots.ts";

export function HeldCard({ study, answer }: { study: Study; answer: Answer }) {
  const live = (p: number) => answer.byProgramme.get(p) ?? 0;
  const order = study.programmes
    .map((_, p) => p)
    .filter((p) => study.programmes[p]!.held > 0 || answer.summary.incomplete.includes(p))
    .sort((a, b) => live(b) - live(a) || study.programmes[b]!.held - study.programmes[a]!.held);
  return (
    <>
      <div class="card-head">
        <h2 id="card-heading">{texts.restsOn}</h2>
      </div>
      <p class="card-intro">{texts.restsIntro}</p>
      <table class="held" aria-labelledby="card-heading">
        <thead>
          <tr>
            <th scope="col">{texts.programmeColumn}</th>
            <th scope="col" class="number">
              {texts.liveColumn}
            </th>
            <th scope="col" class="number">
              {texts.heldColumn}
            </th>
            <th scope="col">{texts.existedColumn}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((p) => {
            const programme = study.programmes[p]!;
            return (
              <tr key={programme.code} class={live(p) === 0 ? "dim" : ""}>
                <th scope="row" title={`${programme.name}. ${programme.existedNote}`}>
                  <CategoryMark category={programme.category} /> {programmeShort(programme)}
                </th>
                <td class="number">{count(live(p))}</td>
                <td class="number">{count(programme.held)}</td>
                <td class={isIncomplete(programme) ? "short" : "whole"}>
                  {existedWords(programme)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
