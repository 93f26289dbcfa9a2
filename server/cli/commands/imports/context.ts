import { basename } from "node:path";
import type { Progress } from "../../../core/overlay/model.ts";
import type { ImportContext } from "../../../ingest/import/prepared-import.ts";
import type { Db } from "../../../store/db.ts";
import type { World } from "../../world.ts";
import { todayOf } from "../import-options.ts";
import type { ImportFlags } from "./import-flags.ts";

/** Where the file comes from and how it is read, as the flags say. */
export function contextOf(
  world: World,
  db: Db,
  path: string,
  flags: ImportFlags,
  progress: Progress,
): ImportContext {
  const today = todayOf(flags.today);
  return {
    db,
    reading: {
      crs: flags.crs,
      layer: flags.layer,
      id: flags.id,
      map: new Map(),
      today,
      progress,
    },
    provenance: {
      who: whoIn(world, flags.who),
      source: flags.source ?? basename(path),
      licence: flags.licence ?? "",
      dateRead: todayOf(flags.dateRead ?? flags.today),
    },
  };
}

/** Who changes the data: as given, else the name of the login, else not recorded. */
export const whoIn = ({ env }: World, given: string | undefined): string =>
  given ?? env.USER ?? env.USERNAME ?? env.LOGNAME ?? "";
