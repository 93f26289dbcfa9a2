/** The figures that a person takes in at one look, each with its rule. */
import { count, fullMoney, numberRange } from "../../format.ts";
import { Figure, type FigureProps } from "../../parts/figure.tsx";
import { texts } from "../../texts/streams.ts";
import type { StreamsView } from "./lines.ts";
import { nameOf } from "./names.ts";

export function KeyFigures(props: { reply: StreamsView; names: ReadonlyMap<string, string> }) {
  return (
    <div class="key-figures">
      {figuresOf(props.reply, props.names).map((figure) => (
        <Figure key={figure.unit} {...figure} />
      ))}
    </div>
  );
}

/** The budget of the project that is named first. */
const inOrder = (
  budgets: StreamsView["picture"]["budgets"],
  projects: StreamsView["picture"]["projects"],
) => budgets.filter(({ project }) => project === projects[0]?.project).slice(0, 1);

const atLeast = ({ value, complete }: { value: number; complete: boolean }) =>
  complete ? count(value) : texts.orMore(value);

function figuresOf(
  { picture, streams, subject }: StreamsView,
  names: ReadonlyMap<string, string>,
): FigureProps[] {
  const { projects, load, cycles, outOfStep, window, budgets, clashes } = picture;
  const [worst] = outOfStep;
  const units = new Set(clashes.flatMap(({ a, b }) => [a.output.unit, b.output.unit]));
  const byProject = subject.kind === "case" && projects.length > 1 && projects.length <= 3;
  const tested: FigureProps[] = picture.tests.map(({ stream, verdict, most }) => ({
    value: fullMoney(most.amount),
    unit: texts.testUnit(nameOf(names, stream)),
    rule: texts.testRule(texts.testVerdict[verdict]),
  }));
  // Streams of a case that is tested are ways to pay for one thing: their claims are not added.
  if (subject.kind === "case" && tested.length > 0) return tested;
  const claims: FigureProps[] = byProject
    ? projects.map(({ project, claimsAYear }) => ({
        value: claimsAYear ? atLeast(claimsAYear) : texts.notKnown,
        unit: texts.claimsFor(project),
        rule: texts.claimsRule,
      }))
    : [
        {
          value:
            picture.claimsAYear.value > 0 || picture.claimsAYear.complete
              ? atLeast(picture.claimsAYear)
              : texts.notKnown,
          unit: texts.claimsUnit,
          rule: texts.claimsRule,
        },
      ];
  const match = streams.find(({ matchUpTo }) => matchUpTo !== null);
  return [
    ...claims,
    {
      value: load.claims > 0 ? count(load.dates) : texts.notKnown,
      unit: texts.datesUnit(load.shared.length),
      rule: texts.datesRule(load.busiestWeek),
    },
    {
      value:
        cycles.least === 0
          ? texts.notKnown
          : atLeast({ value: cycles.least, complete: cycles.notStated.length === 0 }),
      unit: texts.cyclesUnit(cycles.unspecified.length),
      rule: cycles.least === 0 ? texts.noCycle : texts.cyclesRule(cycles.notStated.length),
    },
    ...(worst
      ? [
          {
            value: texts.monthsShort(worst.months),
            unit: texts.outOfStep(nameOf(names, worst.a), nameOf(names, worst.b)),
            rule: texts.outOfStepRule(worst.days),
          },
        ]
      : []),
    ...(window
      ? [{ value: texts.ofTwelve(window.months), unit: texts.windowUnit, rule: texts.windowRule }]
      : []),
    ...inOrder(budgets, projects).flatMap(({ project, concentration }) =>
      concentration
        ? [
            {
              value: numberRange(concentration.hhi),
              unit: texts.hhiUnit(project, concentration.funders),
              rule: texts.hhiRule(numberRange(concentration.effective)),
            },
          ]
        : [],
    ),
    ...(budgets.length === 0 && picture.funders
      ? [
          {
            value: numberRange(picture.funders.hhi),
            unit: texts.fundersUnit(picture.funders.funders),
            rule: texts.fundersRule(numberRange(picture.funders.effective)),
          },
        ]
      : []),
    ...(match
      ? [
          {
            value: fullMoney(match.matchUpTo!),
            unit: texts.matchUnit(nameOf(names, match.id)),
            rule: match.matchWords || texts.matchRule,
          },
        ]
      : []),
    ...(units.size > 0
      ? [
          {
            value: count(units.size),
            unit: texts.unitsUnit(clashes.length),
            rule: texts.clashNote,
          },
        ]
      : []),
  ];
}
