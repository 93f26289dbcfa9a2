import type { Output } from "../model.ts";

/** What a stream counts. */
export interface Counted {
  readonly stream: string;
  readonly outputs: readonly Output[];
}

export interface OutputClash {
  readonly topic: string;
  readonly a: { readonly stream: string; readonly output: Output };
  readonly b: { readonly stream: string; readonly output: Output };
  /** unit: weeks are no hours. definition: one unit, counted differently. */
  readonly differs: "unit" | "definition";
}

/**
 * Outputs of one topic that two streams count in different units, or in one unit by different
 * definitions. They cannot be added without a stated factor, and none is assumed. A definition that is
 * not stated clashes with none; a unit that both count clashes with none of the other units.
 */
export function outputClashes(streams: readonly Counted[]): OutputClash[] {
  return streams.flatMap((first, i) =>
    streams
      .slice(i + 1)
      .flatMap((second) =>
        first.outputs.flatMap((a) =>
          second.outputs.flatMap((b) =>
            a.unit !== b.unit && (counts(first, b.unit) || counts(second, a.unit))
              ? []
              : clashOf(first.stream, a, second.stream, b),
          ),
        ),
      ),
  );
}

const counts = ({ outputs }: Counted, unit: string) => outputs.some((each) => each.unit === unit);

function clashOf(first: string, a: Output, second: string, b: Output): OutputClash[] {
  if (a.topic !== b.topic) return [];
  const stated = a.definition !== "" && b.definition !== "";
  const differs =
    a.unit !== b.unit ? "unit" : stated && a.definition !== b.definition ? "definition" : undefined;
  return differs
    ? [
        {
          topic: a.topic,
          a: { stream: first, output: a },
          b: { stream: second, output: b },
          differs,
        },
      ]
    : [];
}
