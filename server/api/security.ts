import helmet from "helmet";

/**
 * Security headers. Nothing is fetched from elsewhere unless a basemap was named; the map's worker
 * is a blob; the app runs over plain http on the loopback, so nothing is upgraded to https.
 *
 * @param basemap the address of a style or tiles, or none: that host alone may be asked
 */
export function securityHeaders(basemap: string | undefined) {
  const elsewhere = basemap ? [new URL(basemap).origin] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "object-src": ["'none'"],
        "script-src-attr": ["'none'"],
        "worker-src": ["'self'", "blob:"],
        // A briefing carries its type in itself, so that it can be kept as one file.
        "font-src": ["'self'", "data:"],
        "img-src": ["'self'", "data:", "blob:", ...elsewhere],
        "style-src": ["'self'", "'unsafe-inline'"],
        "connect-src": ["'self'", ...elsewhere],
      },
    },
    // Meaningless on http, and it would outlive a trial on https.
    strictTransportSecurity: false,
  });
}
