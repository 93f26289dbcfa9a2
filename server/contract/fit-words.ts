/** Why a class, and why no cause or no figure, in sentences. */
import type { NoAmount } from "../core/fit/amount-of-pieces.ts";
import type { NoCause } from "../core/fit/cause/evidence.ts";
import type { FitClass } from "../core/fit/class.ts";

/** Why a body has its class, with the thresholds. */
export const CLASS_REASONS: Readonly<Record<FitClass, string>> = {
  identical: "No point of either boundary is farther than the tolerance from the other.",
  near: "At least 95 % of the combined ground is shared, and all that differs is a sliver or an artefact.",
  almost: "At least 90 % of the combined ground is shared.",
  inside:
    "The body lies inside the reference area, but for slivers and artefacts or 0.5 % of its ground.",
  holds:
    "The body holds the whole reference area, but for slivers and artefacts or 0.5 % of its ground.",
  partial: "The two share ground, and neither matches nor holds the other.",
  touching: "The body shares a line or a point with the reference layer, and no ground.",
  disjoint: "The body shares nothing with the reference layer.",
};

/** Why no cause is given. */
export const NO_CAUSE_REASONS: Readonly<Record<NoCause, string>> = {
  identical: "Nothing has to be explained: the boundaries are identical within the tolerance.",
  apart: "Nothing has to be explained: less than half of either lies in the other.",
  "whole-areas": "Nothing has to be explained: the body is made of whole areas of the layer.",
  "nothing-outside": "Nothing has to be explained: one lies wholly in the other.",
  slivers:
    "All that differs is slivers, too few or too much on one side to tell two drawings of a line from a difference.",
  edge: "What differs lies at the edge of all that was given, where one drawing may stop at another water line: two files cannot tell a coast from a difference.",
};

/** Why it is not said how many people live on a gap or an overspill, where people are loaded. */
export const NO_PEOPLE_REASONS: Readonly<Record<NoAmount, string>> = {
  "no-figure": "Not known: an area that it reaches has no figure of people.",
  "no-units":
    "Not known: it lies on none of the areas with people, as on water or where none are loaded.",
};

/** Why it is said nowhere. */
export const NO_PEOPLE_LOADED =
  "Not known: no people by area are loaded whose areas are loaded too (load --statistics).";

/** What a cause leaves open where no other vintage of the reference was given. */
export const VINTAGE_OPEN =
  "No other vintage of the reference was given, so a change between vintages is not ruled out.";
