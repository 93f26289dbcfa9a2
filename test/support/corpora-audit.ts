import {
  type CorpusCase,
  type CorpusOperation,
  type SetOperation,
  setOperation,
} from "./corpora-cases.ts";
import {
  type Answer,
  answer,
  belongs,
  cellMembers,
  type Drawn,
  drawnCells,
  refusal,
} from "./corpora-engine.ts";
import { agree, type Claim, type Ruling, rule } from "./corpora-referee.ts";
import { readGeometry } from "./corpora-wkt.ts";
import type { Geos } from "./geos.ts";
import { geosMadeValid, geosOperation } from "./geos-overlay.ts";

/** A question on which the engine, the file and GEOS do not all say the same. */
export interface Disagreement {
  readonly file: string;
  readonly number: number;
  readonly about: string;
  readonly question: string;
  readonly ruling: Ruling;
}

/** What became of the questions of one corpus file. */
export interface FileTally {
  asked: number;
  agreed: number;
  /** Questions that are not about ground: lines, points, curves, buffers, predicates. */
  leftOut: number;
  /** Asked, but GEOS gave no answer to compare with. */
  withoutGeos: number;
}

export interface Audit {
  readonly tallies: Map<string, FileTally>;
  readonly disagreements: Disagreement[];
  /** Input that the grid does not take, with the code of the error. */
  readonly refusals: { where: string; code: string }[];
  /** Answers whose certificate did not pass, and valid input that was called repaired. */
  readonly faults: string[];
}

interface Question {
  readonly name: string;
  readonly operands: readonly Drawn[];
  readonly texts: readonly string[];
  readonly step: number | undefined;
  /** What the file expects, where it says. */
  readonly expected: Drawn | undefined;
  readonly operation: SetOperation;
  /** The file says that the operand is a valid polygon. */
  readonly valid: boolean;
  readonly ask: "overlay" | "repair";
}

const SET_OPERATIONS = ["intersection", "union", "difference", "symdifference"] as const;

/** Puts every polygon question of the cases to the engine, to the file and to GEOS. */
export function auditCases(geos: Geos, cases: readonly CorpusCase[]): Audit {
  const audit: Audit = { tallies: new Map(), disagreements: [], refusals: [], faults: [] };
  for (const corpusCase of cases) {
    const tally = tallyOf(audit, corpusCase.file);
    for (const operation of corpusCase.operations) {
      const questions = questionsOf(corpusCase, operation);
      if (questions.length === 0) tally.leftOut++;
      for (const question of questions) {
        const where = `${corpusCase.file} case ${corpusCase.number}, ${question.name}`;
        try {
          put(geos, audit, corpusCase, tally, question, where);
        } catch (error) {
          audit.faults.push(`${where}: ${String(error)}`);
        }
      }
    }
  }
  return audit;
}

function tallyOf(audit: Audit, file: string): FileTally {
  const tally = audit.tallies.get(file) ?? { asked: 0, agreed: 0, leftOut: 0, withoutGeos: 0 };
  audit.tallies.set(file, tally);
  return tally;
}

function questionsOf(corpusCase: CorpusCase, operation: CorpusOperation): Question[] {
  const letters = operation.operands.length > 0 ? operation.operands : (["A"] as const);
  const geometries = letters.map((letter) => (letter === "A" ? corpusCase.a : corpusCase.b));
  if (!geometries.every((geometry) => geometry !== undefined && !geometry.other)) return [];
  const base = {
    operands: geometries.map((geometry) => geometry!.polygons),
    texts: letters.map((letter) => (letter === "A" ? corpusCase.textA : corpusCase.textB)),
    step: operation.step ?? corpusCase.step,
    expected: undefined,
    valid: false,
    operation: "union" as SetOperation,
  };
  const kind = operation.name.toLowerCase();
  const named = setOperation(kind);
  if (named !== undefined) {
    const expected = readGeometry(operation.expected).polygons;
    const name = letters.join(` ${named} `);
    return [{ ...base, name, expected, operation: named, ask: "overlay" }];
  }
  if (kind === "areatest" && letters.length === 2) {
    return SET_OPERATIONS.map((one) => ({
      ...base,
      name: `area test, ${letters.join(` ${one} `)}`,
      operation: one,
      ask: "overlay",
    }));
  }
  if (kind === "makevalid") {
    const expected = readGeometry(operation.expected).polygons;
    return [{ ...base, name: "make valid", step: undefined, expected, ask: "repair" }];
  }
  if (kind !== "isvalid") return [];
  const valid = operation.expected === "true";
  const name = valid ? "valid" : "not valid";
  return [{ ...base, name, step: undefined, valid, ask: "repair" }];
}

function put(
  geos: Geos,
  audit: Audit,
  { file, number, about }: CorpusCase,
  tally: FileTally,
  question: Question,
  where: string,
): void {
  const { operands, operation } = question;
  const code = refusal(operands);
  if (code !== undefined) {
    audit.refusals.push({ where, code });
    return;
  }
  tally.asked++;
  const result = answer(operands, question.step);
  if (!result.partition.certificate.passed) audit.faults.push(`${where}: certificate failed`);
  if (question.valid && result.partition.repairs.some((repair) => repair.areaChange !== 0)) {
    audit.faults.push(`${where}: valid, yet repaired`);
  }
  const claims: Claim[] = [{ party: "engine", polygons: chosenCells(result, operation) }];
  if (question.expected !== undefined) claims.push({ party: "file", polygons: question.expected });
  const byGeos =
    question.ask === "repair"
      ? geosMadeValid(geos, question.texts[0]!)
      : geosOperation(geos, operation, question.texts, question.step);
  if (byGeos === undefined) tally.withoutGeos++;
  else claims.push({ party: "GEOS", polygons: byGeos });
  if (agree(claims, operands, result.grid.step)) {
    tally.agreed++;
    return;
  }
  const inside = ([inA = false, inB = false]: readonly boolean[]) => belongs(operation, inA, inB);
  const ruling = rule(geos, claims, operands, inside, result.grid.step);
  audit.disagreements.push({ file, number, about, question: question.name, ruling });
}

/** The polygons of all cells that belong to the operation on sources 0 and 1. */
function chosenCells(result: Answer, operation: SetOperation): Drawn {
  return drawnCells(result).flatMap((polygons, cell) => {
    const members = cellMembers(result.partition, cell);
    return belongs(operation, members.includes(0), members.includes(1)) ? polygons : [];
  });
}
