/** The certificate of a partition as commands, replies and files print it. */
import { z } from "zod";
import type { Certificate } from "../core/overlay/model.ts";

export const certificateSchema = z.object({
  passed: z.boolean(),
  conservation_relative: z.number(),
  snap_change_relative: z.number(),
  snap_drift_m: z.number(),
  passes: z.number().int(),
  bounds_violations: z.number().int(),
  engine: z.string(),
  grid_m: z.number(),
  crs: z.string(),
  inputs: z.array(z.string()),
});
export type CertificateReply = z.infer<typeof certificateSchema>;

/**
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
