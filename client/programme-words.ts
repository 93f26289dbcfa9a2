/** How programmes are named, and how whole the registry's list of each is. */
import type { Programme } from "../server/core/model.ts";
import { count } from "./format.ts";

/** What a programme is called in a row: one initiative of it, in the singular. */
const PROGRAMME_SHORT: Record<string, string> = {
  SRB: "Single Regeneration Budget",
  HAZ: "Health Action Zone",
  EAZ: "Education Action Zone",
  EZ: "Employment Zone",
  SURE_START: "Sure Start",
  CITY_CHALLENGE: "City Challenge",
  HAT: "Housing Action Trust",
  OBJ1: "Objective 1",
  OBJ2: "Objective 2",
  ESF3: "ESF Objective 3",
  URBAN1: "URBAN I",
  URBAN2: "URBAN II",
  NMP: "Neighbourhood Management",
  CONNEXIONS: "Connexions",
  CCP: "Community Cohesion Pathfinder",
  CEF: "Community Empowerment Fund",
  URC: "Urban Regeneration Company",
  ATJ: "Action Team for Jobs",
  SAZ: "Sport Action Zone",
  HMR: "Housing Market Renewal",
  BGOP: "Better Government for Older People",
};

/** A programme's name without what stands in brackets. */
export const programmeShort = ({ code, name }: Pick<Programme, "code" | "name">) =>
  PROGRAMME_SHORT[code] ?? name.replace(/\s*\(.*\)\s*/g, " ").trim();

/** An initiative's own name, without its programme's where it begins with that, and its round. */
export function initiativeTitle(short: string, name: string, round: string): string {
  const own = name.toLowerCase().startsWith(short.toLowerCase())
    ? name.slice(short.length).replace(/^[\s:,]+/, "")
    : name;
  if (own === "") return round || name;
  return round === "" || own.toLowerCase().includes(round.toLowerCase()) ? own : `${own}, ${round}`;
}

/** "75 of about 1,000 held", "26 of 26 held", "16 held; how many there were is not known". */
export function heldWords({ held, existed, existedNote }: Programme): string {
  if (existed === undefined) return `${count(held)} held; how many there were is not known`;
  return `${count(held)} of ${about(existedNote)}${count(existed)} held`;
}

/** "of 26", "of about 1,000", "not known": what stands beside the number held. */
export const existedWords = ({ existed, existedNote }: Programme) =>
  existed === undefined ? "not known" : `of ${about(existedNote)}${count(existed)}`;

const about = (note: string) => (/\babout\b|planned/.test(note) ? "about " : "");
