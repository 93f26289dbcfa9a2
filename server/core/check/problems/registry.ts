import type { Problem } from "../model.ts";
import { amountNotPlain } from "./amount-not-plain.ts";
import { amountUnreadable } from "./amount-unreadable.ts";
import { badCoordinate } from "./bad-coordinate.ts";
import { boundaryDatesMeet } from "./boundary-dates-meet.ts";
import { shifted } from "./constant-shift.ts";
import { damagedRecord } from "./damaged-record.ts";
import { dateInFuture } from "./date-in-future.ts";
import { dateUnreadable } from "./date-unreadable.ts";
import { datesReversed } from "./dates-reversed.ts";
import { duplicateId } from "./duplicate-id.ts";
import { flatRing } from "./flat-ring.ts";
import { groundTwice } from "./ground-twice.ts";
import { noGeometry } from "./no-geometry.ts";
import { notPolygon } from "./not-polygon.ts";
import { outsideCountry } from "./outside-country.ts";
import { partsOverlap } from "./parts-overlap.ts";
import { repeatedRing } from "./repeated-ring.ts";
import { rowsDiffer } from "./rows-differ.ts";
import { selfIntersection } from "./self-intersection.ts";
import { selfTouch } from "./self-touch.ts";
import { spike } from "./spike.ts";
import { strayHole } from "./stray-hole.ts";
import { tinyHole } from "./tiny-hole.ts";
import { unclosedRing } from "./unclosed-ring.ts";
import { ambiguousArea, unknownArea } from "./unmatched-area.ts";
import { wrongWinding } from "./wrong-winding.ts";

/** Every kind of problem, in the order of a report. A new one is a file here and a line in this list. */
export const PROBLEMS = [
  damagedRecord,
  badCoordinate,
  noGeometry,
  notPolygon,
  strayHole,
  outsideCountry,
  shifted,
  unknownArea,
  ambiguousArea,
  duplicateId,
  rowsDiffer,
  datesReversed,
  dateUnreadable,
  boundaryDatesMeet,
  amountUnreadable,
  selfIntersection,
  selfTouch,
  spike,
  flatRing,
  repeatedRing,
  unclosedRing,
  partsOverlap,
  tinyHole,
  wrongWinding,
  groundTwice,
  dateInFuture,
  amountNotPlain,
] as const satisfies readonly Problem[];

export type ProblemId = (typeof PROBLEMS)[number]["id"];
