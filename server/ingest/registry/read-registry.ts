/** The registry as a whole: nine files that must agree with each other. */
import { AppError } from "../../core/errors.ts";
import type { IsoDate } from "../../core/units.ts";
import type { DistrictScheme } from "../../store/member-area.ts";
import { type Row, readCsv, registryValue } from "./read-csv.ts";
import {
  type AimLine,
  aimFile,
  type BoundaryVersionLine,
  boundaryVersionFile,
  type DistrictLine,
  districtFile,
  type IndicationLine,
  type InitiativeLine,
  indicationFile,
  initiativeFile,
  type PartnerLine,
  type ProgrammeLine,
  partnerFile,
  programmeFile,
  type RuleChangeLine,
  ruleChangeFile,
  type StreamLine,
  streamFile,
} from "./tables.ts";

export interface Registry {
  readonly programmes: readonly ProgrammeLine[];
  readonly initiatives: readonly InitiativeLine[];
  readonly partners: readonly PartnerLine[];
  readonly streams: readonly StreamLine[];
  readonly aims: readonly AimLine[];
  readonly ruleChanges: readonly RuleChangeLine[];
  readonly boundaryVersions: readonly BoundaryVersionLine[];
  readonly indications: readonly IndicationLine[];
  /** By {@link districtKey}. */
  readonly districts: ReadonlyMap<string, DistrictLine>;
}

export const districtKey = (scheme: DistrictScheme, code: string) => `${scheme}:${code}`;

/**
 * Read and cross-check the registry's folder.
 *
 * @throws AppError file/missing, registry/column, registry/value, registry/unknown-area
 */
export function readRegistry(folder: string): Registry {
  const programmes = readCsv(folder, "programmes.csv", programmeFile);
  const initiatives = readCsv(folder, "initiatives.csv", initiativeFile);
  const partners = readCsv(folder, "partners.csv", partnerFile);
  const streams = readCsv(folder, "streams.csv", streamFile);
  const aims = readCsv(folder, "aims.csv", aimFile);
  const ruleChanges = readCsv(folder, "rules_changes.csv", ruleChangeFile);
  const boundaryVersions = readCsv(folder, "boundary_versions.csv", boundaryVersionFile);
  const indications = readCsv(folder, "indications.csv", indicationFile);
  const districtRows = readCsv(folder, "districts.csv", districtFile);

  const codes = uniqueKeys("programmes.csv", "code", programmes, (row) => row.code);
  const ids = uniqueKeys("initiatives.csv", "id", initiatives, (row) => row.id);
  expectKnown("initiatives.csv", "programme", initiatives, (row) => row.programme, codes);
  expectKnown("partners.csv", "initiative_id", partners, ofInitiative, ids);
  expectKnown("streams.csv", "programme", streams, (row) => row.programme, codes);
  expectKnown("streams.csv", "initiative_id", streams, ofInitiative, ids, "");
  expectKnown("aims.csv", "programme", aims, (row) => row.programme, codes);
  expectKnown("rules_changes.csv", "programme", ruleChanges, (row) => row.programme, codes);
  expectKnown("boundary_versions.csv", "initiative_id", boundaryVersions, ofInitiative, ids);
  expectKnown("indications.csv", "initiative_id", indications, ofInitiative, ids);
  uniqueKeys("aims.csv", "aim", aims, (row) => `${row.programme} ${row.aim}`);
  uniqueKeys(
    "partners.csv",
    "organisation",
    partners,
    (row) => `${row.initiative_id} ${row.organisation} ${row.role}`,
  );
  expectOrder("initiatives.csv", "end_date", initiatives, (row) => [row.start_date, row.end_date]);
  expectOrder("boundary_versions.csv", "valid_to", boundaryVersions, (row) => [
    row.valid_from,
    row.valid_to,
  ]);
  expectScopes(streams);

  const districts = new Map(
    districtRows.map(({ value }) => [districtKey(value.scheme, value.code), value]),
  );
  expectKnownDistricts(initiatives, districts);
  return {
    programmes: values(programmes),
    initiatives: values(initiatives),
    partners: values(partners),
    streams: values(streams),
    aims: values(aims),
    ruleChanges: values(ruleChanges),
    boundaryVersions: values(boundaryVersions),
    indications: values(indications),
    districts,
  };
}

const ofInitiative = (row: { readonly initiative_id: string }) => row.initiative_id;

const values = <T>(rows: readonly Row<T>[]): T[] => rows.map(({ value }) => value);

function uniqueKeys<T>(
  file: string,
  column: string,
  rows: readonly Row<T>[],
  key: (row: T) => string,
): Set<string> {
  const seen = new Set<string>();
  for (const { line, value } of rows) {
    if (seen.has(key(value))) {
      throw registryValue(file, line, column, key(value), "An earlier line has the same");
    }
    seen.add(key(value));
  }
  return seen;
}

function expectKnown<T>(
  file: string,
  column: string,
  rows: readonly Row<T>[],
  key: (row: T) => string,
  known: ReadonlySet<string>,
  allowed?: string,
) {
  for (const { line, value } of rows) {
    if (known.has(key(value)) || key(value) === allowed) continue;
    const owner = column === "programme" ? "programmes.csv" : "initiatives.csv";
    throw registryValue(file, line, column, key(value), `It must be in ${owner}`);
  }
}

function expectKnownDistricts(
  initiatives: readonly Row<InitiativeLine>[],
  districts: ReadonlyMap<string, DistrictLine>,
) {
  for (const { line, value } of initiatives) {
    for (const { scheme, code } of memberCodes(value)) {
      if (districts.has(districtKey(scheme, code))) continue;
      throw new AppError(
        "registry/unknown-area",
        `initiatives.csv, line ${line}: ${value.id} (${value.name}) names the district ${code}, ` +
          `which is not among the ${scheme} codes of districts.csv. Correct the code, or add it there.`,
        { file: "initiatives.csv", line, initiative: value.id, scheme, code },
      );
    }
  }
}

/** Every district code an initiative names, with its scheme. */
export function memberCodes(
  row: InitiativeLine,
): { readonly scheme: DistrictScheme; readonly code: string }[] {
  return [
    ...row.member_lad04_codes.map((code) => ({ scheme: "lad04" as const, code })),
    ...row.member_lad_codes.map((code) => ({ scheme: "lad13" as const, code })),
  ];
}

/** Dates of which the first must come before the second; `null` is not known. */
function expectOrder<T>(
  file: string,
  column: string,
  rows: readonly Row<T>[],
  pair: (row: T) => readonly [IsoDate | null, IsoDate | null],
) {
  for (const { line, value } of rows) {
    const [first, second] = pair(value);
    if (first === null || second === null || first < second) continue;
    throw registryValue(file, line, column, second, `It must not be before ${first}`);
  }
}

/** A line of money is an initiative's, or a named part of the country's. */
function expectScopes(streams: readonly Row<StreamLine>[]) {
  for (const { line, value } of streams) {
    if ((value.scope === "initiative") === (value.initiative_id !== "")) continue;
    const wanted = "It must be initiative where initiative_id is filled, and only there";
    throw registryValue("streams.csv", line, "scope", value.scope, wanted);
  }
}
