/** Bodies down, tiers across: class, Jaccard and the closest area; on a phone a card a body. */
import type { FitMatrixReply } from "../../../server/contract/fit-matrix.ts";
import { degreeWords } from "../../fit-words.ts";
import { length, ratio } from "../../format.ts";
import { programmeShort } from "../../programme-words.ts";
import { useActions } from "../../shell/context.tsx";
import { CLASS_WORDS, texts } from "../../texts/coterminosity.ts";
import { GRADE_WORDS } from "../../texts/words.ts";
import type { By } from "./by-what.tsx";
import { CARD_HEADING, cellId, focusSoon } from "./focus.ts";
import { type Body, type Cell, classOf } from "./matrix-rows.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

interface MatrixProps {
  readonly tiers: FitMatrixReply["tiers"];
  readonly rows: readonly Body[];
  readonly by: By;
  readonly open: { readonly body: string; readonly tier: string } | undefined;
}

export function Matrix({ tiers, rows, by, open }: MatrixProps) {
  return (
    <table class="matrix">
      <caption class="unseen">{texts.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.body}</th>
          {tiers.map((tier) => (
            <th key={tier.id} scope="col">
              {tier.title}
              <small>
                {texts.tierNote(tier.areas, length(tier.tolerance_m), GRADE_WORDS[tier.grade])}
              </small>
              <small title={texts.degreeRule[by]}>{degreeWords(tier, by)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((body) => (
          <tr key={body.initiative}>
            <th scope="row">
              {body.name}
              <small>
                {programmeShort({ code: body.programme, name: body.programmeName })}
                {body.grade ? `, ${GRADE_WORDS[body.grade]}` : ""}
              </small>
            </th>
            {tiers.map((tier, t) => (
              <td key={tier.id} data-tier={tier.title}>
                <FitCell
                  body={body}
                  cell={body.cells[t]!}
                  by={by}
                  on={open?.body === body.initiative && open.tier === tier.id}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FitCellProps {
  readonly body: Body;
  readonly cell: Cell;
  readonly by: By;
  readonly on: boolean;
}

function FitCell({ body, cell, by, on }: FitCellProps) {
  const { setParams } = useActions();
  const { reference, whole, made_of_whole: made } = cell;
  const jaccard = by === "people" ? cell.jaccard_people : cell.jaccard;
  const told = jaccard === null ? texts.peopleNotKnown : ratio(jaccard);
  const of = classOf(cell);
  if (!reference || cell.jaccard === null) {
    return (
      <span class="fit-cell">
        <VerdictBadge of={of} />
      </span>
    );
  }
  const choose = () => {
    setParams({
      body: body.initiative,
      tier: cell.layer,
      ref: reference.code,
      piece: undefined,
    });
    focusSoon(CARD_HEADING);
  };
  return (
    <button
      type="button"
      id={cellId(body.initiative, cell.layer)}
      class="fit-cell"
      aria-pressed={on}
      aria-label={texts.open(body.name, reference.name, `${CLASS_WORDS[of].word}, ${told}`)}
      onClick={choose}
    >
      <span class="fit-top">
        <VerdictBadge of={of} whole={whole} />
        <b class={jaccard === null ? "fit-unknown" : ""}>{told}</b>
      </span>
      <span class="fit-bar">
        {jaccard !== null && <i style={{ width: `${Math.max(1, jaccard * 100)}%` }} />}
      </span>
      <span class="fit-name">
        {reference.name}
        {made && of === "identical" && (
          <small title={texts.byConstructionTitle}> {texts.byConstruction}</small>
        )}
      </span>
    </button>
  );
}
