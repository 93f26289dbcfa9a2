/**
 * The code lists of the 360Giving Data Standard 1.4. Codes only; what they mean stands in the
 * standard. Countries are those that the runtime knows by ISO 3166.
 */

const numbered = (prefix: string, numbers: readonly number[]) =>
  numbers.map((number) => `${prefix}${String(number).padStart(3, "0")}`);
const tens = (last: number) => Array.from({ length: last / 10 }, (_, i) => 10 * (i + 1));

export const REGRANT_TYPES: ReadonlySet<string> = new Set(numbered("FRG", tens(70)));
export const LOCATION_SCOPES: ReadonlySet<string> = new Set(numbered("GLS", [...tens(60), 99]));
export const INDIVIDUALS_REASONS: ReadonlySet<string> = new Set(numbered("GTIR", tens(120)));
export const INDIVIDUALS_PURPOSES: ReadonlySet<string> = new Set(numbered("GTIP", tens(170)));

/** Kinds of area that a code may be of. The list is open: a kind beside it is a doubt, no fault. */
export const GEO_CODE_TYPES: ReadonlySet<string> = new Set(
  (
    "OA,LSOA,MSOA,USOA,PAR,COM,WD,UA,NMD,MD,LONB,CTY,RGN/GOR,WPC,NAWC,SPC,EER,CANNET,CSP,CDRP,CPP," +
    "PFA,PUA,NPARK,REGD,REGSD,TTWA,FRA,LAC,WZ,CMWD,LEP,CCG,NHSAT,CMLAD,CMCTY,SA,DZ,IG,CHP," +
    "ROA - CPP,ROA - Local,HB,CA,AgricSmall,CFA"
  ).split(","),
);

/** Currencies of ISO 4217, those of the past included, without the code for none. */
const CURRENCIES: ReadonlySet<string> = new Set(
  (
    "ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ARY ATS AUD AWG AYM AZM AZN " +
    "BAD BAM BBD BDT BEC BEF BEL BGJ BGK BGL BGN BHD BIF BMD BND BOB BOP BOV BRB BRC BRE BRL " +
    "BRN BRR BSD BTN BUK BWP BYB BYN BYR BZD CAD CDF CHC CHE CHF CHW CLF CLP CNY COP COU CRC " +
    "CSD CSJ CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK DOP DZD ECS ECV EEK EGP ERN ESA ESB ESP " +
    "ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHP GHS GIP GMD GNE GNF GNS GQE GRD GTQ GWE GWP " +
    "GYD HKD HNL HRD HRK HTG HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES " +
    "KGS KHR KMF KPW KRW KWD KYD KZT LAJ LAK LBP LKR LRD LSL LSM LTL LTT LUC LUF LUL LVL LVR " +
    "LYD MAD MDL MGA MGF MKD MLF MMK MNT MOP MRO MRU MTL MTP MUR MVQ MVR MWK MXN MXP MXV MYR " +
    "MZE MZM MZN NAD NGN NIC NIO NLG NOK NPR NZD OMR PAB PEH PEI PEN PES PGK PHP PKR PLN PLZ " +
    "PTE PYG QAR RHD ROK ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK " +
    "SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP TPE TRL TRY TTD " +
    "TWD TZS UAH UAK UGS UGW UGX USD USN USS UYI UYN UYP UYU UZS VEB VEF VES VNC VND VUV WST " +
    "XAF XAG XAU XBA XBB XBC XBD XCD XDR XEU XFO XFU XOF XPD XPF XPT XRE XSU XTS XUA YDD " +
    "YER YUD YUM YUN ZAL ZAR ZMK ZMW ZRN ZRZ ZWC ZWD ZWL ZWN ZWR"
  ).split(" "),
);
const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** What the runtime names and is no country of ISO 3166; UK is GB there. */
const NO_COUNTRIES = new Set(["UK", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && REGIONS.of(code) !== undefined;
