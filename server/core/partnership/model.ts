/** Partners, boards, aims and targets. Organisations only: no person is named anywhere. */
import type { Evidence } from "../model.ts";
import type { IsoDate } from "../units.ts";

/** The part that an organisation plays in one initiative, as the register sorts it. */
export const SECTORS = [
  "local_authority",
  "education",
  "health",
  "police",
  "employment",
  "business",
  "voluntary",
  "community",
  "government_office",
  "rda",
  "faith",
  "other",
] as const;
export type Sector = (typeof SECTORS)[number];

/** The kinds of core member that PAT 17 §5.17 expects of a local strategic partnership: eleven. */
export const CORE_KINDS = [
  "local_authority",
  "health",
  "police",
  "benefits_agency",
  "employment_service",
  "small_business_service",
  "youth_support_service",
  "learning_and_skills_council",
  "university",
  "regional_development_agency",
  "government_office",
] as const;
/** The players beside the public sector, §5.19. */
export const WIDER_KINDS = ["community", "voluntary", "business", "faith"] as const;
export const MEMBER_KINDS = [...CORE_KINDS, ...WIDER_KINDS] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** An organisation, one for each exact name. */
export interface Partner {
  readonly name: string;
  /** Undefined where its sector does not say which of the kinds it is. */
  readonly kind: MemberKind | undefined;
}

export const ATTENDANCE = ["present", "absent", "unknown"] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/** An organisation's part in an initiative or on a board. */
export interface Membership {
  /** Id of an initiative or of a board. */
  readonly of: string;
  readonly organisation: string;
  readonly sector: Sector;
  readonly kind: MemberKind | undefined;
  readonly role: string;
  /** `absent` is recorded as not taking part; nobody is absent for not being recorded. */
  readonly attendance: Attendance;
  readonly evidence: Evidence;
}

/** A body that meets. */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly case: string | undefined;
  /** The initiative it runs, and the place it sits in, where recorded. */
  readonly initiative: string | undefined;
  readonly place: string | undefined;
  readonly meetingsAYear: number | undefined;
  readonly evidence: Evidence;
}

/** How much a body works towards a term of the controlled list. */
export const AIM_WEIGHTS = ["primary", "secondary"] as const;
export type AimWeight = (typeof AIM_WEIGHTS)[number];

export interface Aim {
  /** Code of a programme, or id of an initiative, stream or board. */
  readonly of: string;
  readonly term: string;
  readonly weight: AimWeight;
  readonly evidence: Evidence;
}

/** What a body has undertaken to reach. Targets of one topic that differ are listed side by side. */
export interface Target {
  readonly of: string;
  /** A term of the controlled list. */
  readonly topic: string;
  readonly measure: string;
  readonly value: number | undefined;
  readonly by: IsoDate | undefined;
  readonly evidence: Evidence;
}
