/** Colour arithmetic for tests: contrast (WCAG 2.2), CIE Lab, and simulated colour blindness. */

type Triple = [number, number, number];
export type Cones = "protan" | "deutan" | "tritan";

const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const coded = (value: number) => {
  const v = Math.min(1, Math.max(0, value));
  return v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;
};

function rgb(hex: string): Triple {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  return [1, 3, 5].map((i) => linear(Number.parseInt(long.slice(i, i + 2), 16) / 255)) as Triple;
}

const hexOf = (linearRgb: Triple) =>
  `#${linearRgb
    .map((v) =>
      Math.round(coded(v) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

const times = (matrix: readonly Triple[], v: Triple) =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple;

const luminance = (hex: string) => times([[0.2126, 0.7152, 0.0722]], rgb(hex))[0];

/** Contrast ratio, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const TO_XYZ: Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

function lab(hex: string): Triple {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = times(TO_XYZ, rgb(hex)).map((v, i) => f(v / WHITE[i]!)) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE L*, 0 to 100. */
export const lightness = (hex: string) => lab(hex)[0];

/** CIE 1976 colour difference. */
export function deltaE(a: string, b: string): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const BLIND: Record<Cones, Triple[]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How a colour looks to someone without one kind of cone. */
export const seenBy = (cones: Cones, hex: string) => hexOf(times(BLIND[cones], rgb(hex)));
