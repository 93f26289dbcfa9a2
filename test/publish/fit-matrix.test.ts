import { expect, test } from "vitest";
import { fitLayers } from "../../server/analysis/fit-layer.ts";
import { parseQuestion } from "../../server/contract/question.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { fitMatrix } from "../../server/publish/fit-matrix.ts";
import { openDb } from "../../server/store/db.ts";
import { askToy } from "../support/ask-toy.ts";
import { toyData } from "../support/toy-data.ts";

test("an outline that lacks members gets no verdict, and the reason names them", async () => {
  const { loaded, close } = await askToy();
  const toy = await toyData();
  const db = openDb(toy.db);
  try {
    const { study } = loaded;
    const initiatives = study.initiatives.map((one) =>
      one.id === "HAZ-01" ? { ...one, missing: ["Bassetlaw"] } : one,
    );
    const spoilt = { ...loaded, study: { ...study, initiatives } };
    const question = parseQuestion({ at: "2001-06-01" }, study);
    const { bodies } = fitMatrix(
      spoilt,
      indexStudy(spoilt.study),
      question,
      fitLayers(db),
      undefined,
    );
    const cellOf = (id: string) => bodies.find(({ initiative }) => initiative === id)!.cells[0]!;
    expect(cellOf("HAZ-01")).toMatchObject({ class: null, jaccard: null });
    expect(cellOf("HAZ-01").reason).toContain("without Bassetlaw");
    expect(cellOf("EZ-01").class).toBe("holds");
  } finally {
    db.close();
    toy.remove();
    close();
  }
});
