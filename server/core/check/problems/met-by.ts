import type { CheckedFeature, Finding } from "../model.ts";

/** What a feature's reader met of one kind, as findings. */
export const metBy = ({ index, met }: CheckedFeature, wanted: string): Finding[] =>
  met
    .filter(({ code }) => code === wanted)
    .map(({ message, at }) => ({
      feature: index,
      value: message,
      ...(at === undefined ? {} : { at }),
    }));
