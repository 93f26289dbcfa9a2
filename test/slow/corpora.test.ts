import { beforeAll, describe, expect, test } from "vitest";
import { auditCorpora, documents } from "../support/corpora.ts";
import type { Audit } from "../support/corpora-audit.ts";
import { hasCorpora } from "../support/corpora-cases.ts";
import { idleReasons, reasonFor } from "../support/corpora-reasons.ts";

describe.skipIf(!hasCorpora())("the open corpora (needs ../shared/corpora)", () => {
  let audit: Audit;
  beforeAll(async () => {
    audit = await auditCorpora();
  });

  test("hold as many polygon questions as were read when the reader was written", () => {
    const sum = [...audit.tallies.values()].reduce((total, tally) => total + tally.asked, 0);
    expect(sum).toBe(1260);
    expect(audit.tallies.get("jts/general/TestOverlayAA.xml")?.asked).toBe(44);
  });

  test("are answered with a passing certificate, and valid input is not repaired", () => {
    expect(audit.faults).toEqual([]);
  });

  test("never find the engine wrong where another party is right", () => {
    const nothing = 1e-9;
    const wrong = audit.disagreements.filter(
      ({ ruling }) => ruling.wrong.get("engine")! > ruling.allowance + nothing,
    );
    expect(wrong).toEqual([]);
  });

  test("leave no disagreement unexplained and no reason unused", () => {
    const unexplained = audit.disagreements.filter((one) => reasonFor(one) === undefined);
    expect(unexplained.map(({ file, number }) => `${file} ${number}`)).toEqual([]);
    expect(idleReasons(audit.disagreements)).toEqual([]);
  });

  test("refuse only numbers that are none and an extent beyond the grid", () => {
    expect(audit.refusals.map(({ where, code }) => `${where.split("/").at(-1)}: ${code}`)).toEqual([
      "TestValid.xml case 49, not valid: geometry/coordinate",
      "TestValid2-big.xml case 1, valid: limit/extent",
      "TestValid.xml case 49, not valid: geometry/coordinate",
      "TestValid2-big.xml case 1, valid: limit/extent",
    ]);
  });

  test("are in docs/corpora.md as found", () => {
    const { now, anew } = documents(audit);
    expect(now).toBe(anew);
  });
});
