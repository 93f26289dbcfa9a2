/** What is said of the question: the date and the filters, on whatever screen asks them. */
import { clip, count, plural } from "../format.ts";

export const texts = {
  filters: "Filters",
  categoryTitle: (word: string, live: number) =>
    `${word}: ${plural(live, "initiative")} live on this date`,
  programme: "Programme",
  programmes: "Programmes",
  department: "Department",
  departments: "Departments",
  region: "Region",
  allOfEngland: "All of England",
  regionLive: (region: string, live: number) => `${region} (${count(live)})`,
  aim: "Aim of the programme",
  aims: "Aims",
  funder: "Funder, as the stream states it",
  funders: "Funders",
  ofAll: (chosen: number, all: number) => `${count(chosen)} of ${count(all)}`,
  clear: "Clear all filters",
  clearChoice: "Show all",
  live: "live",
  noneLive: "none live on this date",
  date: "Date",
  dateHint: "Type a date, such as 1 June 2002",
  badDate: (typed: string) =>
    `“${clip(typed)}” is not a date. Write it as 1 June 2002 or 2002-06-01.`,
  dateOutside: "Dates run from 1 January 1994 to 31 December 2009: the nearest is shown.",
  yearBack: "One year back, key [",
  yearOn: "One year on, key ]",
  play: "Play",
  pause: "Pause",
  playTitle: "Play the years from here, a month at a time",
  slider: "Date, by month",
  peak: (most: number, month: string) => `${count(most)} live at the peak, ${month}`,
  noPeak: "Nothing live in these years",
  outlined: "with an outline",
  located: "located only",
} as const;
