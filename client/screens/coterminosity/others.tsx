/** Every area of the tier that shares ground with the body, the closest first; each can be opened. */
import type { FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { percent, ratio } from "../../format.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/coterminosity.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

export function Others({ reply }: { reply: FitOpenedReply }) {
  const { setParams } = useActions();
  const { others, reference } = reply;
  if (others.length < 2) return null;
  return (
    <section aria-labelledby="others-heading">
      <h3 id="others-heading">{texts.othersHeading}</h3>
      <table class="data">
        <caption class="unseen">{texts.others}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.area}</th>
            <th scope="col" class="number">
              {texts.jaccard}
            </th>
            <th scope="col" class="number">
              {texts.inside}
            </th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ code, name, class: of, jaccard, body_in_reference: inside }) => (
            <tr key={code} class={code === reference.code ? "selected" : ""}>
              <th scope="row">
                <button
                  type="button"
                  class="text-button"
                  onClick={() => setParams({ ref: code, piece: undefined })}
                >
                  {name}
                </button>{" "}
                <VerdictBadge of={of} />
              </th>
              <td class="number">{ratio(jaccard)}</td>
              <td class="number">{percent(inside)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
