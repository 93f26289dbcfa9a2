import { expect, test } from "vitest";
import type { Frame } from "../../../server/publish/map-svg/frame.ts";
import { frameOf, toX, toY } from "../../../server/publish/map-svg/frame.ts";
import { type Label, placed } from "../../../server/publish/map-svg/labels.ts";
import { textWidth, wrapped } from "../../../server/publish/text-width.ts";

const frame = frameOf(
  { west: 0, south: 0, east: 1000, north: 500 },
  { left: 10, top: 20, width: 200, height: 200 },
  0,
);

test("a frame keeps the shape of the ground and shows the whole box", () => {
  expect(frame.scale).toBe(0.2);
  expect([toX(frame, 0), toX(frame, 1000)]).toEqual([10, 210]);
  expect([toY(frame, 500), toY(frame, 0)]).toEqual([70, 170]);
  expect(frame.box).toEqual({ west: 0, east: 1000, south: -250, north: 750 });
});

const label = (x: number, y: number, more: Partial<Label> = {}): Label => ({
  x,
  y,
  text: "Leeds",
  figure: "3",
  size: 11,
  clear: 0,
  onDark: false,
  ...more,
});

test("the first label keeps its point, the next moves off it, one without room is left out", () => {
  const spots = placed([label(100, 100), label(100, 100), label(100, 100)], frame);
  expect(spots[0]!.spot.anchor).toBe("middle");
  const boxes = spots.map(({ spot }) => spot);
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
        false,
      );
  const crowd = Array.from({ length: 20 }, () => label(100, 100));
  expect(placed(crowd, frame).length).toBeLessThan(6);
});

test("no label leaves the frame or stands on ground that is taken", () => {
  const taken = { left: 0, right: 300, top: 0, bottom: 118 };
  expect(placed([label(209, 100)], frame)[0]!.spot.right).toBeLessThanOrEqual(210);
  expect(placed([label(100, 60)], frame as Frame, [taken])).toEqual([]);
});

test("words are broken where the line is full; a word too long stands alone", () => {
  expect(wrapped("one two three", textWidth("one two", 12), 12)).toEqual(["one two", "three"]);
  expect(wrapped("Llanfairpwllgwyngyll is far", 20, 12)[0]).toBe("Llanfairpwllgwyngyll");
  expect(wrapped("  ", 100, 12)).toEqual([]);
});
