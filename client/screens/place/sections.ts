/** The sections of the place screen, in reading order. A new one is a file beside this and a line here. */
import { AimsSection } from "./aims-section.tsx";
import { BodiesSection } from "./bodies-section.tsx";
import { ClaimsSection } from "./claims-section.tsx";
import { FitSection } from "./fit-section.tsx";
import { GroundSection } from "./ground-section.tsx";
import { LiveSection } from "./live-section.tsx";
import { MoneySection } from "./money-section.tsx";
import { NeedSection } from "./need-section.tsx";
import { PartnersSection } from "./partners-section.tsx";
import type { PlaceSection } from "./section.ts";
import { TimelineSection } from "./timeline-section.tsx";

export const PLACE_SECTIONS: readonly PlaceSection[] = [
  { id: "timeline", column: "main", Section: TimelineSection },
  { id: "stack", column: "side", Section: LiveSection },
  { id: "fit", column: "side", Section: FitSection },
  { id: "ground", column: "main", Section: GroundSection },
  { id: "money", column: "main", Section: MoneySection },
  { id: "claims", column: "main", Section: ClaimsSection },
  { id: "need", column: "main", Section: NeedSection },
  { id: "bodies", column: "main", Section: BodiesSection },
  { id: "partners", column: "main", Section: PartnersSection },
  { id: "aims", column: "main", Section: AimsSection },
];
