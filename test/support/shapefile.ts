/** Shapefiles for tests, written after the published layout. */

export type Ring = readonly (readonly [number, number])[];

/** A shapefile record by record, after the published layout. */
export function shp(type: number, shapes: readonly (readonly Ring[])[]): Buffer {
  const records = shapes.map((rings, i) => {
    const points = rings.flat();
    const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
    content.writeInt32LE(rings.length === 0 ? 0 : type, 0);
    content.writeInt32LE(rings.length, 36);
    content.writeInt32LE(points.length, 40);
    let first = 0;
    rings.forEach((ring, r) => {
      content.writeInt32LE(first, 44 + 4 * r);
      first += ring.length;
    });
    points.forEach(([x, y], p) => {
      content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * p);
      content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * p);
    });
    const body = rings.length === 0 ? content.subarray(0, 4) : content;
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(50 + records.reduce((sum, { length }) => sum + length / 2, 0), 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...records]);
}

/** A dBASE table of one text column. */
export function dbf(field: string, width: number, values: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(65);
  header[0] = 3;
  header.writeInt32LE(values.length, 4);
  header.writeInt16LE(65, 8);
  header.writeInt16LE(width + 1, 10);
  header.write(field, 32, "latin1");
  header.write("C", 43, "latin1");
  header[48] = width;
  header[64] = 0x0d;
  const rows = values.map((value) => {
    const row = Buffer.alloc(width + 1, 0x20);
    value.copy(row, 1);
    return row;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}
