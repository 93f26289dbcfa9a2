import type { CertificateReply } from "../contract/certificate.ts";
import type { Certificate } from "../core/overlay/model.ts";

/**
 * The certificate of a partition as it is printed.
 *
 * @param crs the system the coordinates were in: an EPSG code or a PROJ string
 * @param inputs hashes of what went in, `sha256:…`
 */
export function toCertificateReply(
  certificate: Certificate,
  crs: string,
  inputs: readonly string[],
): CertificateReply {
  return {
    passed: certificate.passed,
    conservation_relative: certificate.conservationRelative,
    snap_change_relative: certificate.snapChangeRelative,
    snap_drift_m: certificate.snapDrift,
    passes: certificate.passes,
    bounds_violations: certificate.boundsViolations,
    engine: certificate.engine,
    grid_m: certificate.grid.step,
    crs,
    inputs: [...inputs],
  };
}
