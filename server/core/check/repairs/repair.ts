import type { Shapes } from "../../overlay/model.ts";

/** A way to mend one kind of problem, as a proposal: the outline before in, the outline after out. */
export interface Repair {
  /** In reports, on the command line and in the store: never renamed. */
  readonly id: string;
  /** What it does, as an instruction. */
  readonly title: string;
  readonly mend: (shapes: Shapes, step: number) => Shapes;
}
