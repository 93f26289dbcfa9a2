/** A figure with its unit, and a press away: its rule, its grade and the documents behind it. */
import type { ComponentChildren } from "preact";
import { shared } from "../texts/shared.ts";
import { Popover } from "./popover.tsx";

export interface FigureEvidence {
  /** The document in words; empty where none was read. */
  readonly source: string;
  readonly note?: string;
  readonly confidence: "sourced" | "recalled";
}

export interface FigureProps {
  /** As format.ts words it: 0, under 1 % and unknown are three different things. */
  readonly value: string;
  /** What it counts, in words: "initiatives live". */
  readonly unit: string;
  /** How it is reckoned, with its tolerance where it has one. */
  readonly rule: string;
  /** How far it can be trusted: the grade of what it rests on, or how much of it is known. */
  readonly grade?: string;
  readonly evidence?: readonly FigureEvidence[];
  /** A link to where the figure is told at length. */
  readonly more?: ComponentChildren;
}

export function Figure({ value, unit, rule, grade, evidence = [], more }: FigureProps) {
  return (
    <div class="figure">
      <p class="figure-value">{value}</p>
      <div class="figure-unit">
        <Popover
          title={shared.howReckoned(unit)}
          buttonClass="figure-button"
          label={
            <>
              {unit}
              <span class="unseen">: {shared.howWord}</span>
              {"\u00a0".repeat(5)}
            </>
          }
        >
          <dl class="figure-rule">
            <dt>{shared.ruleWord}</dt>
            <dd>{rule}</dd>
            {grade && <dt>{shared.gradeWord}</dt>}
            {grade && <dd>{grade}</dd>}
            {evidence.length > 0 && <dt>{shared.evidenceWord}</dt>}
            {evidence.map(({ source, note, confidence }) => (
              <dd key={source + note}>
                {source || shared.noDocument}{" "}
                <span class={`confidence-${confidence}`}>{shared[confidence]}</span>
                {note && <small> {note}</small>}
              </dd>
            ))}
          </dl>
          {more && <p>{more}</p>}
        </Popover>
      </div>
    </div>
  );
}
