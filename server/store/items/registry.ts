import { boardItem, partsItem } from "./board-item.ts";
import { budgetItem, caseItem } from "./case-item.ts";
import { initiativeItem } from "./initiative-item.ts";
import type { ItemKind } from "./item-kind.ts";
import { layerItem } from "./layer-item.ts";
import { programmeItem } from "./programme-item.ts";
import { streamItem } from "./stream-item.ts";
import { weightsItem } from "./weights-item.ts";

/**
 * Every kind of thing that has a history, those that others refer to first: states are put back in
 * this order. A new kind is a file here and a line in this list.
 */
export const ITEM_KINDS = [
  programmeItem,
  layerItem,
  weightsItem,
  initiativeItem,
  caseItem,
  budgetItem,
  streamItem,
  boardItem,
  partsItem,
] as const satisfies readonly ItemKind[];

export type ItemKindId = (typeof ITEM_KINDS)[number]["id"];
