"""OpenVINO's intermediate representation (an XML graph and a file of constants), read without trusting either.

Only what is needed to follow a graph: layers, who feeds whom, and the constants. No document type, so no entities;
bounded in size, depth and count; a constant that is used must lie inside the file of constants and fill its shape.
"""

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.taking import LARGEST_WEIGHTS

_LARGEST_XML = 1 << 23
_DEEPEST = 12
_MOST_ELEMENTS = 200_000
_TYPES = {"f32": "<f4", "i64": "<i8", "i32": "<i4"}


@dataclass(eq=False)
class Node:
    """One layer. inputs: (layer id, its output port's place: 0 for the first) in the order of the input ports."""

    id: str
    kind: str
    name: str
    data: dict[str, str] = field(default_factory=dict)
    inputs: list[tuple[str, int]] = field(default_factory=list)


class Graph:
    """A network. `file` names it in messages; everything here raises only EngineError."""

    def __init__(self, xml: bytes, constants: bytes, file: str) -> None:
        self.file, self._constants = file, constants
        parsed = _Parser(xml, file)
        self.nodes, self._held = parsed.nodes, 0
        places = {source: {port: place for place, port in enumerate(sorted(set(ports)))}
                  for source, ports in parsed.outputs.items()}
        for consumer, _, source, output in sorted(parsed.edges, key=lambda edge: edge[:2]):
            if consumer not in self.nodes or source not in self.nodes:
                self.fail(Text("an edge leads nowhere"))
            place = places.get(source, {}).get(output)
            if place is None:
                self.fail(Text("an edge comes from no output"))
            self.nodes[consumer].inputs.append((source, place))

    def only(self, kind: str) -> Node:
        """The one layer of a kind."""
        found = [node for node in self.nodes.values() if node.kind == kind]
        if len(found) != 1:
            self.fail(Text("has {0} layers of the kind {1}, not 1", len(found), kind))
        return found[0]

    def inputs(self, node: Node, *kinds: str) -> list[Node]:
        """The layers that feed this one, which must be of these kinds ("" for any), first outputs all."""
        found = [self.nodes[source] for source, _ in node.inputs]
        if len(found) != len(kinds) or any(kind and one.kind != kind for one, kind in zip(found, kinds, strict=True)):
            self.fail(Text("{0} is fed by {1}, not {2}", node.name[:60],
                           ", ".join(one.kind for one in found)[:120] or Text("nothing"),
                           ", ".join(kind or "any" for kind in kinds)))
        return found

    def expect(self, node: Node, kind: str) -> Node:
        if node.kind != kind:
            self.fail(Text("{0} is a {1}, not a {2}", node.name[:60], node.kind[:40], kind))
        return node

    def constant(self, node: Node) -> np.ndarray:
        """The numbers of a Const layer in their shape."""
        self.expect(node, "Const")
        dtype = _TYPES.get(node.data.get("element_type", ""))
        try:
            shape = tuple(int(length) for length in node.data.get("shape", "").split(",") if length.strip())
            offset, size = int(node.data["offset"]), int(node.data["size"])
        except (KeyError, ValueError):
            self.fail(Text("the constant {0} is not described", node.name[:60]))
        if dtype is None or len(shape) > 6 or not all(0 < length <= 1 << 24 for length in shape):
            self.fail(Text("the constant {0} is of an unknown kind", node.name[:60]))
        count = 1
        for length in shape:
            count *= length
        if size != count * np.dtype(dtype).itemsize or offset < 0 or offset + size > len(self._constants):
            self.fail(Text("the constant {0} lies outside the file of constants", node.name[:60]))
        self._held += size
        if self._held > LARGEST_WEIGHTS:
            self.fail(Text("has more numbers than any generator we know"))
        values = np.frombuffer(self._constants, dtype, count, offset).reshape(shape)
        if not np.isfinite(values).all():
            self.fail(Text("the constant {0} is not finite", node.name[:60]))
        return values

    def shaped(self, node: Node, *shape: int | None) -> np.ndarray:
        """A constant that must have this shape (None: any length)."""
        values = self.constant(node)
        if len(values.shape) != len(shape) or any(
                want not in (None, have) for have, want in zip(values.shape, shape, strict=True)):
            self.fail(Text("the constant {0} is {1}, not {2}", node.name[:60], values.shape, shape))
        return values

    def number(self, node: Node) -> float:
        """A constant that is a single number."""
        values = self.constant(node)
        if values.size != 1:
            self.fail(Text("the constant {0} is not one number", node.name[:60]))
        return float(values.reshape(()))

    def fail(self, what: Text) -> NoReturn:
        raise EngineError(Text("{0}: {1}", self.file, what),
                          Text("it is not the network it should be, or it is damaged"))


class _Parser:
    """The XML as nodes, edges (to layer, to port, from layer, from port) and output ports by layer."""

    def __init__(self, xml: bytes, file: str) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[tuple[str, int, str, int]] = []
        self.outputs: dict[str, list[int]] = {}
        self._path: list[str] = []
        self._count = 0
        self._layer: Node | None = None
        if len(xml) > _LARGEST_XML:
            raise EngineError(Text("{0}: larger than such a file is", file))
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, KeyError, ValueError) as error:
            raise EngineError(Text("{0}: is no sound network description", file), detail=repr(error)) from None
        if not self.nodes:
            raise EngineError(Text("{0}: describes no network", file))

    def _refuse(self, *_: object) -> None:
        raise ValueError("declares a document type")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        self._count += 1
        if len(self._path) > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise ValueError("is too deep or too large")
        if self._path == ["net", "layers", "layer"]:
            if attributes["id"] in self.nodes:
                raise ValueError("a layer is there twice")
            self._layer = Node(attributes["id"], attributes["type"], attributes.get("name", ""))
            self.nodes[attributes["id"]] = self._layer
        elif self._path == ["net", "layers", "layer", "data"] and self._layer is not None:
            self._layer.data = dict(attributes)
        elif self._path == ["net", "layers", "layer", "output", "port"] and self._layer is not None:
            self.outputs.setdefault(self._layer.id, []).append(int(attributes["id"]))
        elif self._path == ["net", "edges", "edge"]:
            self.edges.append((attributes["to-layer"], int(attributes["to-port"]), attributes["from-layer"],
                               int(attributes["from-port"])))

    def _end(self, tag: str) -> None:
        self._path.pop()
