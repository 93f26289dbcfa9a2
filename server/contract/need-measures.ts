/** The figures of need of a region or a place, as files name them. */
import type { MeasureEntry } from "./measures.ts";

export const NEED_MEASURES = [
  {
    id: "areas_covers",
    title: "Areas in need, covered",
    unit: "count",
    meaning: "Small areas in need whose point lies under an outline.",
  },
  {
    id: "areas_within",
    title: "Areas in need, somewhere within",
    unit: "count",
    meaning:
      "Small areas in need under no outline, in a place in which an initiative lies somewhere.",
  },
  {
    id: "areas_none",
    title: "Areas in need, none recorded",
    unit: "count",
    meaning: "Small areas in need with no recorded initiative of those counted.",
  },
  {
    id: "people_covers",
    title: "People in need, covered",
    unit: "people",
    meaning:
      "People of areas in need on ground under an outline, the people of an area spread evenly over it.",
    definition: "M-W1",
  },
  {
    id: "people_within",
    title: "People in need, somewhere within",
    unit: "people",
    meaning:
      "People of areas in need on other ground, in a place in which an initiative lies somewhere.",
  },
  {
    id: "people_none",
    title: "People in need, none recorded",
    unit: "people",
    meaning: "People of areas in need on ground with no recorded initiative.",
    definition: "M-W3",
  },
  {
    id: "best_fit_covers",
    title: "People in need, covered, by best fit",
    unit: "people",
    meaning: "As people_covers, all of an area going with its point.",
    definition: "M-W2",
  },
  {
    id: "best_fit_within",
    title: "People in need, somewhere within, by best fit",
    unit: "people",
    meaning: "As people_within, all of an area going with its point.",
    definition: "M-W2",
  },
  {
    id: "best_fit_none",
    title: "People in need, none recorded, by best fit",
    unit: "people",
    meaning: "As people_none, all of an area going with its point.",
    definition: "M-W2",
  },
  {
    id: "none_share",
    title: "Share with none recorded",
    unit: "share",
    meaning: "people_none over all people in need; empty where nobody is.",
    definition: "M-W3",
  },
  {
    id: "people_depth_2",
    title: "People in need under two",
    unit: "people",
    meaning: "People of areas in need whose point lies under two outlines.",
  },
  {
    id: "people_depth_3",
    title: "People in need under three and more",
    unit: "people",
    meaning: "People of areas in need whose point lies under three outlines or more.",
  },
  {
    id: "areas_without_people",
    title: "Areas in need without people",
    unit: "count",
    meaning: "Small areas in need whose people are not known: in no count of people.",
  },
  {
    id: "areas_carried",
    title: "Areas in need with a carried score",
    unit: "count",
    meaning: "Small areas in need whose score was carried over a change of areas.",
  },
  {
    id: "elsewhere_people",
    title: "People elsewhere",
    unit: "people",
    meaning: "People of small areas that are not in need.",
  },
  {
    id: "elsewhere_covered",
    title: "People elsewhere, covered",
    unit: "people",
    meaning:
      "Those of them on ground under an outline: what reaches others than the most deprived.",
  },
] as const satisfies readonly MeasureEntry[];
