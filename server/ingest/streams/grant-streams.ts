/** Grants of the 360Giving standard as funding streams. */
import type { Stream } from "../../core/funding/model.ts";
import { NO_RULES } from "../../core/funding/no-rules.ts";
import { addDays, addMonths, type IsoDate, isoDate, pounds, toPence } from "../../core/units.ts";
import type { Grant } from "../grants/grant-schema.ts";

/**
 * A grant as a stream. With planned dates its award is a lifetime total, spread evenly and marked so;
 * without them it is one figure on the day of the award. The standard says nothing of claims, advances
 * or matching, so none of them is stated.
 *
 * @param source who says so, where the grant names no page of its own
 */
export function grantStream(grant: Grant, source: string): Stream {
  const [funder] = grant.fundingOrganization;
  const [recipient] = grant.recipientOrganization;
  const evidence = {
    confidence: "sourced" as const,
    source: grant.url ?? grant.dataSource ?? source,
    notes: grant.grantProgramme.map(({ title }) => title ?? "").join("; "),
    dateRead: undefined,
  };
  const { start, end } = lifeOf(grant);
  const total = toPence(pounds(grant.amountAwarded));
  const awarded = isoDate(grant.awardDate.slice(0, 10))!;
  const dated = start !== undefined && end !== undefined;
  return {
    id: grant.id,
    name: grant.title,
    case: undefined,
    project: grant.title,
    initiative: undefined,
    programme: undefined,
    places: grant.beneficiaryLocation.flatMap(({ geoCode }) =>
      geoCode === undefined ? [] : [{ place: geoCode, weight: 1 }],
    ),
    scope: "initiative",
    line: "",
    part: "whole",
    funder: funder!.name,
    department: funder!.department ?? "",
    inKind: false,
    start: start ?? awarded,
    end,
    total,
    years: dated
      ? []
      : [
          {
            start: awarded,
            end: addDays(awarded, 1),
            amount: total,
            kind: "award",
            basis: "printed",
            evidence,
          },
        ],
    budget: undefined,
    recipient: recipient && {
      organisation: recipient.name,
      sector: undefined,
      riskMoney: undefined,
    },
    rules: NO_RULES,
    recalled: [],
    evidence,
  };
}

/** From the first planned day to the day after the last, or as many months later as are planned. */
function lifeOf({ plannedDates }: Grant) {
  const [first] = plannedDates;
  const start = firstDay(first?.startDate);
  const last = afterLast(first?.endDate);
  const months = first?.duration;
  const end = last ?? (start && months ? addMonths(start, Math.round(months)) : undefined);
  return start && end && start < end ? { start, end } : { start: undefined, end: undefined };
}

/** `2004`, `2004-03` and `2004-03-05` begin on the first day that they name. */
function firstDay(text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined;
  return isoDate(
    `${text.slice(0, 10)}${"-01-01".slice(Math.max(0, text.slice(0, 10).length - 4))}`,
  );
}

function afterLast(text: string | undefined): IsoDate | undefined {
  const first = firstDay(text);
  if (first === undefined || text === undefined) return undefined;
  if (text.length >= 10) return addDays(first, 1);
  return addMonths(first, text.length === 4 ? 12 : 1);
}
