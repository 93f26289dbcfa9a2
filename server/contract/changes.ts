/** What changed since a data version, on the wire. */
import { z } from "zod";
import type { Changes } from "../core/hotspots/changes.ts";

const names = z.array(z.string());
const counts = z.object({ before: z.number().int(), now: z.number().int() });

export const changesSchema = z.object({
  /** Initiatives, each as "programme: name". */
  added: names,
  removed: names,
  /** Recorded otherwise: dates, money, name, body or ground. */
  altered: names,
  programmes_added: names,
  programmes_removed: names,
  outlines: counts,
  places: counts,
  /** The layers of places; null where it is the same one. */
  layers: z.object({ before: z.string(), now: z.string() }).nullable(),
});

/** GET /api/v1/changes */
export const changesReply = z.object({
  dataVersion: z.string(),
  /** The data version asked about, whole where it is known, else as it was written. */
  since: z.string(),
  /** same: these data. kept: compared with what was kept. lost: nothing of it is kept here. */
  found: z.enum(["same", "kept", "lost"]),
  /** Null unless kept. */
  changes: changesSchema.nullable(),
  /** The same in sentences; none unless kept. */
  sentences: names,
});
export type ChangesReply = z.infer<typeof changesReply>;

/** Both ends of a comparison on the wire. */
export const toChanges = (changes: Changes): z.infer<typeof changesSchema> => ({
  added: [...changes.added],
  removed: [...changes.removed],
  altered: [...changes.altered],
  programmes_added: [...changes.programmesAdded],
  programmes_removed: [...changes.programmesRemoved],
  outlines: ends(changes.outlines),
  places: ends(changes.places),
  layers: changes.layers ? ends(changes.layers) : null,
});

const ends = <T>([before, now]: readonly [T, T]) => ({ before, now });
