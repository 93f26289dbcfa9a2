import { aimTable } from "../../store/aim.ts";
import type { Db } from "../../store/db.ts";
import { fundingStreamTable } from "../../store/funding-stream.ts";
import { initiativeTable } from "../../store/initiative.ts";
import { partnerTable } from "../../store/partner.ts";
import { programmeTable } from "../../store/programme.ts";
import { workedCaseTable } from "../../store/worked-case.ts";
import type { KnownBodies } from "../partners/read-partners.ts";
import type { KnownNames } from "./read-streams.ts";

/** What a file of streams may refer to in a store. */
export function knownNames(db: Db): KnownNames {
  const streams = fundingStreamTable(db).all();
  return {
    initiatives: new Map(
      initiativeTable(db)
        .all()
        .map((row) => [row.id, row.programme_code]),
    ),
    programmes: new Map(
      programmeTable(db)
        .all()
        .map(({ code, department }) => [code, department]),
    ),
    streams: new Set(streams.map(({ id }) => id)),
    organisations: distinct([
      ...partnerTable(db).names(),
      ...streams.flatMap(({ funder, recipient }) => [funder, recipient?.organisation ?? ""]),
    ]),
  };
}

/** What a file of partners may refer to in a store. */
export function knownBodies(db: Db): KnownBodies {
  const partners = partnerTable(db);
  return {
    initiatives: new Set(
      initiativeTable(db)
        .all()
        .map(({ id }) => id),
    ),
    cases: new Set(
      workedCaseTable(db)
        .all()
        .map(({ id }) => id),
    ),
    aims: new Set(
      aimTable(db)
        .all()
        .map(({ aim }) => aim),
    ),
    organisations: partners.names(),
  };
}

const distinct = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== "");
