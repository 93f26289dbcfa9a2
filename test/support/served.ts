import type { Express } from "express";
import supertest, { type Test } from "supertest";
import { afterAll, beforeAll } from "vitest";
import { appOver } from "./app.ts";
import { type ToyData, toyData } from "./toy-data.ts";

/** A server over toy data, there while the tests of a file run. */
export interface Served {
  readonly toy: ToyData;
  readonly app: Express;
  /** Ask a path; any other status than the one given fails the test. */
  readonly get: (path: string, status?: number) => Test;
}

/** Makes them before the first test of the file and removes them after the last. */
export function served(make: () => Promise<ToyData> = toyData): Served {
  let toy: ToyData | undefined;
  let open: Awaited<ReturnType<typeof appOver>> | undefined;
  beforeAll(async () => {
    toy = await make();
    open = await appOver(toy.db);
  });
  afterAll(() => {
    open?.close();
    toy?.remove();
  });
  return {
    get toy() {
      return toy!;
    },
    get app() {
      return open!.app;
    },
    get: (path, status = 200) => supertest(open!.app).get(path).expect(status),
  };
}
