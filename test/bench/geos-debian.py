"""The partition as one makes it with the system's GEOS: node, polygonize, label by a point.

Usage: geos-debian.py FILE.shapes     prints JSON; exit 3 where there is no GEOS of 3.10 or newer.
Reads the flat files of test/support/workloads-files.ts. Only ctypes: nothing to install but
libgeos-c1v5. Calls through ctypes cost about a microsecond each; the heavy work is inside GEOS.
"""

import array
import ctypes
import ctypes.util
import json
import sys
import time

POLYGON_TYPES = {"multi_line": 5, "multi_polygon": 6}


def load():
    name = ctypes.util.find_library("geos_c")
    if name is None:
        sys.exit(3)
    geos = ctypes.CDLL(name)
    if not hasattr(geos, "GEOSCoordSeq_copyFromBuffer"):
        sys.exit(3)
    pointer, integer, double = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
    results = {
        "GEOSversion": ctypes.c_char_p,
        "GEOSGetNumGeometries": integer,
        "GEOSGeomGetX": integer,
        "GEOSGeomGetY": integer,
        "GEOSPreparedContains": ctypes.c_char,
    }
    arguments = {
        "GEOSversion": [],
        "GEOSCoordSeq_copyFromBuffer": [pointer, ctypes.c_uint, integer, integer],
        "GEOSGeom_createLineString": [pointer],
        "GEOSGeom_createLinearRing": [pointer],
        "GEOSGeom_createPolygon": [pointer, pointer, ctypes.c_uint],
        "GEOSGeom_createCollection": [integer, pointer, ctypes.c_uint],
        "GEOSGeom_createPointFromXY": [double, double],
        "GEOSUnaryUnion": [pointer],
        "GEOSPolygonize": [pointer, ctypes.c_uint],
        "GEOSGetNumGeometries": [pointer],
        "GEOSGetGeometryN": [pointer, integer],
        "GEOSPointOnSurface": [pointer],
        "GEOSGeomGetX": [pointer, pointer],
        "GEOSGeomGetY": [pointer, pointer],
        "GEOSPrepare": [pointer],
        "GEOSPreparedContains": [pointer, pointer],
        "GEOSSTRtree_create": [ctypes.c_size_t],
        "GEOSSTRtree_insert": [pointer, pointer, pointer],
        "GEOSSTRtree_query": [pointer, pointer, pointer, pointer],
        "GEOSGeom_destroy": [pointer],
        "initGEOS": [pointer, pointer],
    }
    for function, types in arguments.items():
        getattr(geos, function).argtypes = types
        getattr(geos, function).restype = results.get(function, pointer)
    geos.initGEOS(None, None)
    return geos


def read(path):
    words = array.array("i")
    with open(path, "rb") as file:
        words.frombytes(file.read())
    _, count, polygons, rings, coordinates = words[:5]
    parts, at = [], 5
    for length in (polygons, polygons + 1, rings + 1, coordinates):
        parts.append(words[at : at + length])
        at += length
    return (count, *parts)


def main(path):
    geos = load()
    count, polygon_shape, polygon_ring, ring_vertex, xy = read(path)

    def sequence(ring):
        points = array.array("d", xy[2 * ring_vertex[ring] : 2 * ring_vertex[ring + 1]])
        points.extend(points[:2])
        return geos.GEOSCoordSeq_copyFromBuffer(points.buffer_info()[0], len(points) // 2, 0, 0)

    def pointers(items):
        return (ctypes.c_void_p * max(1, len(items)))(*items)

    def collection(kind, items):
        return geos.GEOSGeom_createCollection(POLYGON_TYPES[kind], pointers(items), len(items))

    rings = range(len(ring_vertex) - 1)
    lines = collection("multi_line", [geos.GEOSGeom_createLineString(sequence(r)) for r in rings])
    clock = time.perf_counter()
    noded = geos.GEOSUnaryUnion(lines)
    seconds = {"node": time.perf_counter() - clock}
    clock = time.perf_counter()
    faces = geos.GEOSPolygonize(pointers([noded]), 1)
    seconds["polygonize"] = time.perf_counter() - clock

    parts = [[] for _ in range(count)]
    for polygon, shape in enumerate(polygon_shape):
        made = [
            geos.GEOSGeom_createLinearRing(sequence(r))
            for r in range(polygon_ring[polygon], polygon_ring[polygon + 1])
        ]
        parts[shape].append(
            geos.GEOSGeom_createPolygon(made[0], pointers(made[1:]), len(made) - 1)
        )
    sources = [collection("multi_polygon", list_) for list_ in parts]

    clock = time.perf_counter()
    tree = geos.GEOSSTRtree_create(10)
    for number, source in enumerate(sources):
        geos.GEOSSTRtree_insert(tree, source, number + 1)
    prepared = [geos.GEOSPrepare(source) for source in sources]
    found = []
    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
    note = callback(lambda item, _: found.append(item))
    memberships = 0
    face_count = geos.GEOSGetNumGeometries(faces)
    for face in range(face_count):
        point = geos.GEOSPointOnSurface(geos.GEOSGetGeometryN(faces, face))
        if not point:
            continue
        found.clear()
        geos.GEOSSTRtree_query(tree, point, note, None)
        memberships += sum(
            geos.GEOSPreparedContains(prepared[item - 1], point) == b"\x01" for item in found
        )
        geos.GEOSGeom_destroy(point)
    seconds["label"] = time.perf_counter() - clock
    version = geos.GEOSversion().decode().split("-")[0]
    counts = {"faces": face_count, "memberships": memberships}
    print(json.dumps({**seconds, **counts, "version": version}))


main(sys.argv[1])
