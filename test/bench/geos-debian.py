"""The partition as one makes it with the system's GEOS: node, polygonize, label by a point.

Usage: geos-debian.py FILE.shapes WAY SECONDS     prints JSON: seconds by stage, or `error`.
Exit 3 where there is no GEOS of 3.10 or newer; the kernel ends it by SIGALRM that many seconds
after noding began. WAY is one of
    at-once    the unary union of all lines
    in-parts   lines that lie near each other noded a few at a time, then what they became, eight
               by eight, joined where no others meet. Where many sources share a line it is met
               once a level and not once for each pair of them; elsewhere the levels cost more.

Reads the flat files of test/support/workloads-files.ts. Only ctypes: nothing to install but
libgeos-c1v5. Calls through ctypes cost about a microsecond each; the heavy work is inside GEOS.
"""

import array
import ctypes
import ctypes.util
import json
import os
import resource
import signal
import sys
import time

COLLECTION_TYPES = {"multi_line": 5, "multi_polygon": 6, "any": 7}
# At three quarters of the machine's memory GEOS is refused more and says so; at all of it the
# kernel would end it, or someone else, without a word.
MEMORY = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4
VERTICES_A_PART = 10_000
PARTS_A_UNION = 8
# Rings go to their parts in strips from west to east, within a strip from south to north.
STRIP_MILLIMETRES = 20_000_000


class GeosError(Exception):
    pass


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
        "GEOSNode": [pointer],
        "GEOSLineMerge": [pointer],
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


def partition(geos, path, in_parts, begin):
    """Calls `begin` when lines and sources are made and noding starts."""
    count, polygon_shape, polygon_ring, ring_vertex, xy = read(path)
    seconds, complaints = {}, []

    @ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_void_p)
    def complain(template, detail):
        complaints.append(ctypes.string_at(detail) if b"%s" in template else template)

    def done(result):
        if not result:
            raise GeosError(complaints[-1].decode() if complaints else "no result")
        return result

    def sequence(ring):
        points = array.array("d", xy[2 * ring_vertex[ring] : 2 * ring_vertex[ring + 1]])
        points.extend(points[:2])
        return geos.GEOSCoordSeq_copyFromBuffer(points.buffer_info()[0], len(points) // 2, 0, 0)

    def line(ring):
        return geos.GEOSGeom_createLineString(sequence(ring))

    def pointers(items):
        return (ctypes.c_void_p * max(1, len(items)))(*items)

    def collection(kind, items):
        number = COLLECTION_TYPES[kind]
        return done(geos.GEOSGeom_createCollection(number, pointers(items), len(items)))

    def replaced(function, geometry):
        result = done(function(geometry))
        geos.GEOSGeom_destroy(geometry)
        return result

    def parts_of_rings():
        def place(ring):
            x, y = xy[2 * ring_vertex[ring] : 2 * ring_vertex[ring] + 2]
            return x // STRIP_MILLIMETRES, y

        part, vertices = [], 0
        for ring in sorted(range(len(ring_vertex) - 1), key=place):
            part.append(line(ring))
            vertices += ring_vertex[ring + 1] - ring_vertex[ring]
            if vertices > VERTICES_A_PART:
                yield collection("multi_line", part)
                part, vertices = [], 0
        yield collection("multi_line", part)

    def node_parts(parts):
        def node(lines):
            return replaced(geos.GEOSLineMerge, replaced(geos.GEOSNode, lines))

        parts = [node(part) for part in parts]
        while len(parts) > 1:
            groups = [parts[i : i + PARTS_A_UNION] for i in range(0, len(parts), PARTS_A_UNION)]
            parts = [node(collection("any", group)) for group in groups]
        return parts[0]

    geos.initGEOS(None, complain)
    if in_parts:
        lines = list(parts_of_rings())
    else:
        lines = collection("multi_line", [line(ring) for ring in range(len(ring_vertex) - 1)])
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

    begin()
    clock = time.perf_counter()
    noded = node_parts(lines) if in_parts else replaced(geos.GEOSUnaryUnion, lines)
    seconds["node"] = time.perf_counter() - clock
    clock = time.perf_counter()
    faces = done(geos.GEOSPolygonize(pointers([noded]), 1))
    seconds["polygonize"] = time.perf_counter() - clock
    geos.GEOSGeom_destroy(noded)

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
    return {**seconds, "faces": face_count, "memberships": memberships}


def main(path, way, patience):
    geos = load()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    clock = time.perf_counter()

    def begin():
        nonlocal clock
        clock = time.perf_counter()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(patience))

    try:
        result = partition(geos, path, way == "in-parts", begin)
    except (GeosError, MemoryError) as error:
        message = str(error) or "out of memory"
        result = {"error": message, "seconds": time.perf_counter() - clock}
    version = geos.GEOSversion().decode().split("-")[0]
    print(json.dumps({**result, "version": version}))


main(*sys.argv[1:])
