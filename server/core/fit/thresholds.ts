/** Where one class or cause ends and the next begins. Printed in docs/coterminosity.md. */

/** Shared over combined ground from which two boundaries nearly match: *near* and *almost*. */
export const NEAR = 0.95;
export const ALMOST = 0.9;
/** Share of an area from which it counts as wholly inside. */
export const WHOLE = 0.995;
/** 4 pi area over perimeter squared below which ground is a long strip. */
export const STRIP = 0.1;
/** A long strip is a sliver up to so many times the width of any other sliver. */
export const STRIP_WIDTHS = 3;
