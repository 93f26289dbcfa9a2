import type { ImportCommand } from "./import-command.ts";
import { partnersCommand } from "./partners.ts";
import { programmeCommand } from "./programme.ts";
import { referenceCommand } from "./reference.ts";
import { streamsCommand } from "./streams.ts";
import { weightsCommand } from "./weights.ts";

/** Every kind of import, in the order that help lists them. A new one is a file here and a line. */
export const IMPORTS: readonly ImportCommand[] = [
  programmeCommand,
  referenceCommand,
  weightsCommand,
  streamsCommand,
  partnersCommand,
];
