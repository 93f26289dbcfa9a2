/** What is known of a feature, or of a geometry on its own, while it is read. */
export interface Draft {
  type: string | undefined;
  id: string | undefined;
  properties: Readonly<Record<string, unknown>>;
  /** How many positions deep its own `coordinates` were, -1 where it has none. */
  positionDepth: number;
  hasGeometries: boolean;
  /** Why its own `coordinates` cannot be taken. */
  fault: string | undefined;
}

/** Nothing is known yet. */
export const newDraft = (): Draft => ({
  type: undefined,
  id: undefined,
  properties: {},
  positionDepth: -1,
  hasGeometries: false,
  fault: undefined,
});
