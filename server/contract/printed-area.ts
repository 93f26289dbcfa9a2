/**
 * Square metres as files and replies print them: at most six decimals, a square millimetre. A
 * double of some thousands of square kilometres holds no more, and what it shows beyond is noise.
 */
export const printedArea = (squareMetres: number): number => Number(squareMetres.toFixed(6));
