import { AppError } from "../../core/errors.ts";
import type { Finding, FindingCode, ReadOptions } from "./format.ts";
import type { RingBuilder, RingMark } from "./ring-builder.ts";

/** Tells of something found at the feature that is being read. */
export type Tell = (
  code: FindingCode,
  message: string,
  rest?: Partial<Pick<Finding, "place" | "detail">>,
) => void;

/** What keeps a file from being read where nobody hears of it, by the code of the refusal. */
const REFUSALS = {
  "geometry/not-polygon": "geometry/not-polygon",
  "geometry/coordinate": "geometry/coordinate",
  "record/damaged": "format/malformed",
} as const;

const ADVICE: Readonly<Partial<Record<FindingCode, string>>> = {
  "geometry/not-polygon": " Take it out of the file.",
};

/**
 * How a reader tells of what it finds: to `onFinding`, or else by refusing the file at the first
 * thing that would leave something out.
 *
 * @param file what messages call it
 * @param index the feature that is being read, from 0
 */
export function teller(
  file: string,
  { onFinding }: Pick<ReadOptions, "onFinding">,
  index: () => number,
): Tell {
  return (code, message, { place, detail = {} } = {}) => {
    const feature = index();
    if (onFinding) onFinding({ code, feature, place, message, detail });
    else if (code in REFUSALS) {
      const refusal = REFUSALS[code as keyof typeof REFUSALS];
      const sentence = `${file}, feature ${feature + 1}: ${message}${ADVICE[code] ?? ""}`;
      throw new AppError(refusal, sentence, { file, feature: feature + 1 });
    }
  };
}

/** Ends a polygon; one with a coordinate that is no finite number is taken back to its mark, and told. */
export function endPolygon(
  builder: RingBuilder,
  mark: RingMark,
  finite: boolean,
  tell: Tell,
): void {
  builder.endPolygon();
  if (finite) return;
  const first = builder.firstSince(mark);
  builder.backTo(mark);
  const place = first?.every(Number.isFinite) ? first : undefined;
  tell("geometry/coordinate", "A coordinate is no finite number.", { place });
}
