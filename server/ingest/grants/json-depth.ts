/** How deep objects and lists lie in each other in a JSON text, told without building any. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{" || sign === "[") {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (sign === "}" || sign === "]") depth--;
  }
  return deepest;
}
