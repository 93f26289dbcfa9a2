/** How wide text is, near enough to lay out a picture without a browser. */

/** Widths of Noto Sans in ems, by kind of character; measured on its regular weight. */
const NARROW = /[ijlI.,:;'|!()[\]\-·]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-HJ-LN-VX-Z&]/;
const BOLD = 1.07;

/**
 * @param size of the type
 * @returns in the same unit as the size
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) {
    if (character === " ") ems += 0.26;
    else if (NARROW.test(character)) ems += 0.29;
    else if (WIDE.test(character)) ems += 0.9;
    else if (CAPITAL.test(character)) ems += 0.66;
    else ems += 0.565;
  }
  return ems * size * (bold ? BOLD : 1);
}

/** Words broken into lines of at most a width; a word that is wider stands alone. */
export function wrapped(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines;
}
