/** Who answers for the money: accountable bodies of what is live, with what each is known to hold. */
import { pounds } from "../../../server/core/units.ts";
import { count, listing, money } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { programmeShort } from "../../programme-words.ts";
import { texts } from "../../texts/place.ts";
import type { PlaceFacts } from "./place-facts.ts";
import { FIRST_ROWS } from "./section.ts";

interface Body {
  /** Empty where the registry names none. */
  readonly name: string;
  readonly initiatives: readonly number[];
}

export function BodiesSection({ facts }: { facts: PlaceFacts }) {
  const { index, live, place } = facts;
  const { initiatives, programmes } = index.study;
  const byName = new Map<string, number[]>();
  for (const { initiative } of live) {
    const name = initiatives[initiative]!.accountableBody.trim();
    byName.set(name, [...(byName.get(name) ?? []), initiative]);
  }
  const bodies = [...byName]
    .map(([name, held]): Body => ({ name, initiatives: held }))
    .sort((a, b) => b.initiatives.length - a.initiatives.length || (a.name < b.name ? -1 : 1));
  const budgetsOf = (body: Body) => body.initiatives.flatMap((i) => initiatives[i]!.budget ?? []);
  const known = (body: Body) => {
    const budgets = budgetsOf(body);
    return budgets.length ? pounds(budgets.reduce((a, b) => a + b, 0)) : undefined;
  };
  const columns: Column<Body>[] = [
    {
      id: "accountable_body",
      label: texts.body,
      value: ({ name }) => name || undefined,
      cell: ({ name }) => name || texts.bodyUnknown,
      head: true,
    },
    {
      id: "initiatives",
      label: texts.initiatives,
      value: (body) => body.initiatives.length,
      cell: (body) => count(body.initiatives.length),
      number: true,
    },
    {
      id: "programmes",
      label: texts.programmes,
      value: (body) => programmeList(body).join("; "),
      cell: (body) => listing(programmeList(body)),
    },
    {
      id: "recorded_gbp",
      label: texts.budget,
      title: texts.moneyRule,
      value: known,
      cell: (body) =>
        `${money(known(body))}${texts.knownOf(budgetsOf(body).length, body.initiatives.length)}`,
      number: true,
    },
  ];
  const programmeList = (body: Body) => [
    ...new Set(body.initiatives.map((i) => programmeShort(programmes[initiatives[i]!.programme]!))),
  ];
  return (
    <>
      <SectionHead
        id="bodies-heading"
        heading={texts.bodiesHeading(bodies.filter(({ name }) => name !== "").length)}
        note={texts.bodiesNote}
      />
      <DataTable
        caption={texts.bodiesCaption(place.name)}
        columns={columns}
        rows={bodies}
        keyOf={({ name }) => name}
        empty={texts.nothingThen}
        file={`patchwork-${place.code}-bodies`}
        first={FIRST_ROWS}
      />
    </>
  );
}
