// Takes in the OSTN15 shift grid with its notice: `node scripts/take-ostn15.ts`.
import { gzipSync } from "node:zlib";
import { keep, originOf, type PackageFile, takeFiles } from "./take-package.ts";

const PACKAGE = { package: "@defra/bng-geoprocessing-service", version: "1.158.0" };
const GRID: PackageFile = {
  ...PACKAGE,
  path: "src/ntv2-format-files/OSTN15_NTv2_OSGBtoETRS.gsb",
  sha256: "bcb9c6b3b2760e2740fd80e2182fd2eec4e79038165bac703a9415ed1813dee2",
};
const NOTICE: PackageFile = {
  ...PACKAGE,
  path: "NOTICE",
  sha256: "b72aabf90a9992e4b79cc0b92b60b8d305d344f9b8dbb3b6a40c2d0ba7777893",
};
const TERMS = {
  licence: "BSD-2-Clause",
  attribution: "OSTN15: Copyright (c) 2016 Ordnance Survey.",
};

const [grid, notice] = takeFiles([GRID, NOTICE]);
if (grid === undefined || notice === undefined) throw new Error("The package gave no file.");
const zipped = gzipSync(grid, { level: 9 });
zipped[9] = 255; // The header's "operating system" byte, so that every machine writes the same file.
keep(zipped, {
  file: "reference/OSTN15_NTv2_OSGBtoETRS.gsb.gz",
  title: "OSTN15 shift grid, OSGB36 to ETRS89, NTv2",
  origin: originOf(GRID),
  ...TERMS,
  changes: `Compressed with gzip; the grid itself has sha256 ${GRID.sha256}.`,
});
keep(notice, {
  file: "reference/OSTN15-NOTICE.txt",
  title: "Notice and licence of the OSTN15 shift grid",
  origin: originOf(NOTICE),
  ...TERMS,
  changes: "",
});
