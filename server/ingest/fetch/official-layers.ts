/** The official layers that can be fetched, and where the Open Geography service keeps them. */

export interface OfficialLayer {
  /** On the command line: never renamed. */
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  /** The feature service's name. */
  readonly service: string;
  /** How the fields of code and name begin, as in `LAD23CD`; a lookup has no outlines. */
  readonly area: string | undefined;
  /** The two figures that follow, in the service that is named here. */
  readonly year: string;
  /** Northern Ireland, which lies off the national grid, is left out. */
  readonly greatBritain: boolean;
}

/** The organisation's services; another address may be set, as for a copy of them. */
export const OFFICIAL_ADDRESS =
  "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services";

/** The words that the licence asks for. */
export const OFFICIAL_ATTRIBUTION =
  "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. " +
  "Contains OS data © Crown copyright and database right.";
export const OFFICIAL_LICENCE = "Open Government Licence v3.0";

/** Metres: outlines generalised to twenty metres and clipped to the coast (BGC). */
export const OFFICIAL_ACCURACY = 20;

export const OFFICIAL_LAYERS = [
  {
    id: "districts",
    title: "Local authority districts of Great Britain, December 2023",
    vintage: "December 2023",
    service: "Local_Authority_Districts_December_2023_Boundaries_UK_BGC",
    area: "LAD",
    year: "23",
    greatBritain: true,
  },
  {
    id: "wards",
    title: "Wards of Great Britain, December 2024",
    vintage: "December 2024",
    service: "Wards_December_2024_Boundaries_UK_BGC",
    area: "WD",
    year: "24",
    greatBritain: true,
  },
  {
    id: "lsoas",
    title: "Lower layer super output areas of England and Wales, 2021",
    vintage: "December 2021",
    service: "Lower_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V5",
    area: "LSOA",
    year: "21",
    greatBritain: false,
  },
  {
    id: "regions",
    title: "Regions of England, December 2023",
    vintage: "December 2023",
    service: "Regions_December_2023_Boundaries_EN_BGC",
    area: "RGN",
    year: "23",
    greatBritain: false,
  },
  {
    id: "lookup-wards-districts",
    title: "Wards to districts, 2024",
    vintage: "2024",
    service: "WD24_LAD24_UK_LU",
    area: undefined,
    year: "",
    greatBritain: false,
  },
  {
    id: "lookup-districts-regions",
    title: "Districts to regions of England, 2021",
    vintage: "2021",
    service: "LAD21_RGN21_EN_LU",
    area: undefined,
    year: "",
    greatBritain: false,
  },
  {
    id: "lookup-lsoas-2011-2021",
    title: "Lower layer super output areas of 2011 to those of 2021",
    vintage: "2011 to 2021",
    service: "LSOA11_LSOA21_LAD22_EW_LU",
    area: undefined,
    year: "",
    greatBritain: false,
  },
] as const satisfies readonly OfficialLayer[];
