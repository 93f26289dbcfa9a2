/** The design tokens on the server: the same file that the app's styles are built from. */
import { readFileSync } from "node:fs";

const FILE = new URL("../../client/styles/tokens.css", import.meta.url);

/** The tokens as CSS, light, dark and print. */
export const tokensCss = (): string => readFileSync(FILE, "utf8");

/** @param name a custom property without its dashes; its value in the light theme */
export type Token = (name: string) => string;

/** The tokens of the light theme, in which what is printed or taken away is drawn. */
export function lightTokens(): Token {
  const light = tokensCss().split("@media", 1)[0]!;
  const values = new Map(
    [...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };
}
