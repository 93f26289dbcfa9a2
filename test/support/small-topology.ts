/** Two squares that share an edge, delta-coded on a grid of 0.1, and a feature of no geometry. */
export const TOPOLOGY = {
  type: "Topology",
  transform: { scale: [0.1, 0.1], translate: [-3, 51] },
  arcs: [
    [
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 10],
      [10, 0],
      [0, -10],
      [-10, 0],
    ],
  ],
  objects: {
    units: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "W", properties: { name: "west" }, arcs: [[0, 1]] },
        { type: "Polygon", id: 2, properties: { name: "east" }, arcs: [[-1, 2]] },
        { type: null },
      ],
    },
    lone: { type: "MultiPolygon", arcs: [[[0, 1]]] },
  },
};
