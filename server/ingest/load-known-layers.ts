/** The official layers that are known by their file names. */
import type { DistrictScheme } from "../store/member-area.ts";
import type { LayerRole } from "../store/reference-layer.ts";

/** How a file becomes a reference layer. */
export interface LayerRecipe {
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  readonly grade: "surveyed" | "composed" | "generalised";
  /** Metres by which its lines may be off; `undefined` is not known. */
  readonly accuracy: number | undefined;
  readonly attribution: string;
  readonly licence: string;
  readonly role: LayerRole;
  /** Fields of the features. */
  readonly code: string;
  readonly name: string;
  /** The districts that an area stands for are its own code in this scheme. */
  readonly districts: DistrictScheme | undefined;
  /** Which codes its areas have, as sets of weights name them; empty is not stated. */
  readonly scheme: string;
  readonly country: string;
}

/** A file and how it becomes a layer. */
export interface LayerFile {
  readonly path: string;
  /** The layer to read of a file with several. */
  readonly fileLayer?: string | undefined;
  readonly recipe: LayerRecipe;
}

/** The words that the licence asks for. */
const PUBLIC_SECTOR =
  "Contains public sector information licensed under the Open Government Licence v3.0.";
const UK_GEOJSON =
  "Contains Ordnance Survey data © Crown copyright and database right 2014. " +
  "Contains National Statistics data © Crown copyright and database right 2014. " +
  `${PUBLIC_SECTOR} UK-GeoJSON by Martin Chorley (martinjc/UK-GeoJSON), CC BY 4.0.`;
const UK_GEOJSON_LICENCE = "Open Government Licence v3.0; CC BY 4.0";
const OGL = "Open Government Licence v3.0";

/** Ward and LSOA lines were simplified apart from each other and differ by tens of metres. */
const SIMPLIFIED = 20;

const ofUkGeoJson = {
  grade: "surveyed",
  accuracy: SIMPLIFIED,
  attribution: UK_GEOJSON,
  licence: UK_GEOJSON_LICENCE,
  role: "reference",
  districts: undefined,
  scheme: "",
  country: "England",
} as const;

/** Layers known by their file names, whatever their extension. */
export const KNOWN_LAYERS: Readonly<Record<string, LayerRecipe>> = {
  district_pre2009_england: {
    ...ofUkGeoJson,
    // United from the output areas of 2011 that lay in each, not drawn as districts.
    grade: "composed",
    id: "district_pre2009_england",
    title: "Districts of England before April 2009",
    vintage: "1998 to March 2009",
    role: "places",
    code: "LAD04CD",
    name: "LAD04NM",
    districts: "lad04",
    scheme: "lad04",
  },
  lad_england_wales: {
    ...ofUkGeoJson,
    // England is united from output areas; Wales is as drawn, and a layer is as good as its worst part.
    grade: "composed",
    id: "lad_england_wales",
    title: "Districts of England and Wales, December 2013",
    vintage: "December 2013",
    code: "LAD13CD",
    name: "LAD13NM",
    districts: "lad13",
    scheme: "lad13",
    country: "",
  },
  wards_england: {
    ...ofUkGeoJson,
    id: "wards_england",
    title: "Wards of England, December 2013",
    vintage: "December 2013",
    code: "WD13CD",
    name: "WD13NM",
    scheme: "ward13",
  },
  lsoa_england: {
    ...ofUkGeoJson,
    id: "lsoa_england",
    title: "Lower layer super output areas of England, 2011",
    vintage: "2011",
    code: "LSOA11CD",
    name: "LSOA11NM",
    scheme: "lsoa11",
  },
  region: {
    ...ofUkGeoJson,
    id: "region",
    title: "Regions of England, 2013",
    vintage: "2013",
    code: "EER13CD",
    name: "EER13NM",
  },
  police_force_area_2020: {
    id: "police_force_area_2020",
    title: "Police force areas of England and Wales, 2020",
    vintage: "2020",
    grade: "generalised",
    accuracy: 500,
    attribution: `Contains National Statistics data © Crown copyright and database right 2020. ${PUBLIC_SECTOR}`,
    licence: OGL,
    role: "reference",
    code: "pfa20_code",
    name: "pfa20_name",
    districts: undefined,
    scheme: "",
    country: "",
  },
};
