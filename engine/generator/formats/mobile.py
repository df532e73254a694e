"""MobileStyleGAN out of its two OpenVINO networks, followed layer by layer from the end to the beginning.

The names in the files are partly a converter's numbers, so weights are known by their place in the graph, and every
step of the graph must be the one the architecture has.
"""

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.building import WeightsSource
from engine.generator.formats.openvino import Graph, Node
from engine.generator.mobilestylegan import MobileStyleGAN

_MOST_LAYERS = 24
_MOST_BLOCKS = 9
_HALF = np.sqrt(0.5)
_SMOOTH, _DETAIL = (1.0, 1.0), (1.0, -1.0)
"""The two Haar filters, but for the square root of a half."""


def read_mobile(source: WeightsSource, mapping_xml: bytes, mapping_bin: bytes, synthesis_xml: bytes,
                synthesis_bin: bytes) -> MobileStyleGAN:
    """Raises only EngineError."""
    weights = _mapping(Graph(mapping_xml, mapping_bin, f"{source.name}/MappingNetwork"))
    weights.update(_synthesis(Graph(synthesis_xml, synthesis_bin, f"{source.name}/SynthesisNetwork")))
    try:
        return MobileStyleGAN(source.name, source.digest, weights)
    except (KeyError, ValueError) as error:  # parts that are each sound, but not of one network
        raise EngineError(Text("{0}: its parts do not fit together", source.name), detail=repr(error)) from None


def _mapping(graph: Graph) -> dict[str, np.ndarray]:
    """Pixel norm, then dense layers with a leaky rectifier and a gain."""
    dense: list[tuple[np.ndarray, np.ndarray]] = []
    (node,) = graph.inputs(graph.only("Result"), "")
    while len(dense) <= _MOST_LAYERS:
        rectified, gain = graph.inputs(graph.expect(node, "Multiply"), "", "")
        if rectified.kind != "PReLU":
            break
        _near(graph, gain, np.sqrt(2.0))
        added, slope = graph.inputs(rectified, "Add", "Const")
        _near(graph, slope, 0.2)
        product, reshaped = graph.inputs(added, "MatMul", "Reshape")
        bias, _ = graph.inputs(reshaped, "Const", "")
        node, weight = graph.inputs(product, "", "Const")
        matrix = graph.shaped(weight, None, None)
        dense.insert(0, (matrix, graph.shaped(bias, matrix.shape[0])))
    value, _ = graph.inputs(node, "Parameter", "Multiply")  # the pixel norm of z: x * (mean(x^2) + 1e-8)^-0.5
    if not dense or value is not graph.only("Parameter"):
        graph.fail(Text("has no layers"))
    weights: dict[str, np.ndarray] = {}
    for index, layer in enumerate(dense):
        weights[f"mapping.{index}.weight"], weights[f"mapping.{index}.bias"] = layer
    return weights


def _synthesis(graph: Graph) -> dict[str, np.ndarray]:
    weights: dict[str, np.ndarray] = {}
    (node,) = graph.inputs(graph.only("Result"), "Add")
    added = _before_wavelet(graph, node)
    convolved, bias = graph.inputs(graph.expect(added, "Add"), "Convolution", "Const")
    node, kernel = graph.inputs(convolved, "", "Const")
    weights["picture.weight"] = graph.shaped(kernel, 12, None, 1, 1)
    weights["picture.bias"] = graph.shaped(bias, 1, 12, 1, 1).reshape(-1)
    node = _styled(graph, node, "picture", weights)
    blocks: list[dict[str, np.ndarray]] = []
    while True:  # from the last block to the first; a layer without a depthwise part is the one before all blocks
        block: dict[str, np.ndarray] = {}
        node, separable = _layer(graph, node, "second", block)
        if not separable:
            weights.update({f"first.{key.removeprefix('second.')}": value for key, value in block.items()})
            break
        node, separable = _layer(graph, node, "first", block)
        if not separable or len(blocks) >= _MOST_BLOCKS:
            graph.fail(Text("its blocks are not those of this architecture"))
        node = _before_wavelet(graph, node)
        node = _styled(graph, node, "up", block)
        blocks.insert(0, block)
    for index, block in enumerate(blocks):
        weights.update({f"block.{index}.{key}": value for key, value in block.items()})
    tiled, _ = graph.inputs(graph.expect(node, "Tile"), "Broadcast", "")
    constant, _ = graph.inputs(tiled, "Const", "")
    weights["const"] = graph.shaped(constant, 1, None, 4, 4)
    return weights


def _layer(graph: Graph, node: Node, place: str, weights: dict[str, np.ndarray]) -> tuple[Node, bool]:
    """A styled convolution with noise, bias and leaky rectifier. Returns what feeds it, and whether it is separable
    (a depthwise 3 x 3 and then a 1 x 1)."""
    added, slope = graph.inputs(graph.expect(node, "PReLU"), "Add", "Const")
    _near(graph, slope, 0.2)
    noisy, bias = graph.inputs(added, "Add", "Const")
    convolved, noise = graph.inputs(noisy, "Convolution", "Const")
    node, kernel = graph.inputs(convolved, "", "Const")
    separable = node.kind == "GroupConvolution"
    size = 1 if separable else 3
    weights[f"{place}.weight"] = graph.shaped(kernel, None, None, size, size)
    weights[f"{place}.bias"] = graph.shaped(bias, 1, None, 1, 1).reshape(-1)
    weights[f"{place}.noise"] = graph.shaped(noise, 1, 1, None, None)
    if separable:
        node, depthwise = graph.inputs(node, "", "Const")
        weights[f"{place}.depthwise"] = graph.shaped(depthwise, None, 1, 1, 3, 3)[:, 0]
    return _styled(graph, node, place, weights), separable


def _styled(graph: Graph, node: Node, place: str, weights: dict[str, np.ndarray]) -> Node:
    """x times a style for each channel: an affine map of w, perhaps scaled, which is folded into the map."""
    style, x = graph.inputs(graph.expect(node, "Multiply"), "", "")
    if x.kind == "Reshape" or _is_scaled(graph, x):
        style, x = x, style
    scale = 1.0
    if style.kind == "Multiply":
        style, constant = graph.inputs(style, "Reshape", "Const")
        scale = graph.number(constant)
    added, _ = graph.inputs(graph.expect(style, "Reshape"), "Add", "")
    product, bias = graph.inputs(added, "MatMul", "Const")
    w, matrix = graph.inputs(product, "Parameter", "Const")
    if w is not graph.only("Parameter"):
        graph.fail(Text("a style comes from somewhere else"))
    values = graph.shaped(matrix, None, None)
    weights[f"{place}.style.weight"] = values * np.float32(scale)
    weights[f"{place}.style.bias"] = graph.shaped(bias, 1, values.shape[0]).reshape(-1) * np.float32(scale)
    return x


def _is_scaled(graph: Graph, node: Node) -> bool:
    """Whether this is a style times a number."""
    return (node.kind == "Multiply" and len(node.inputs) == 2
            and graph.nodes[node.inputs[0][0]].kind == "Reshape" and graph.nodes[node.inputs[1][0]].kind == "Const")


def _before_wavelet(graph: Graph, node: Node) -> Node:
    """What an inverse Haar transform is made from. Its four filters must stand in their places."""
    low, high = (_filtered(graph, half, sign) for half, sign in
                 zip(graph.inputs(node, *[_TRANSPOSED] * 2), (_SMOOTH, _DETAIL), strict=True))
    bands = [_filtered(graph, band, sign) for half in (low, high)
             for band, sign in zip(graph.inputs(graph.expect(half, "Add"), *[_TRANSPOSED] * 2), (_SMOOTH, _DETAIL),
                                   strict=True)]
    split = graph.expect(bands[0], "VariadicSplit")
    details = []
    for place, band in enumerate(bands[1:]):
        part, _ = graph.inputs(graph.expect(band, "Squeeze"), "VariadicSplit", "Const")
        if band.inputs[0][1] != place:
            graph.fail(Text("the bands of a wavelet are out of order"))
        details.append(part)
    if len({part.id for part in details}) != 1:
        graph.fail(Text("the bands of a wavelet come from several places"))
    reshaped, _, _ = graph.inputs(details[0], "Reshape", "Const", "Const")
    again, _ = graph.inputs(reshaped, "VariadicSplit", "")
    if again is not split or reshaped.inputs[0][1] != 1:
        graph.fail(Text("the bands of a wavelet come from several places"))
    x, _, _ = graph.inputs(split, "", "Const", "Const")
    return x


_TRANSPOSED = "GroupConvolutionBackpropData"


def _filtered(graph: Graph, node: Node, sign: tuple[float, float]) -> Node:
    """What a Haar filter of this kind is applied to."""
    x, kernel = graph.inputs(graph.expect(node, _TRANSPOSED), "", "Const")
    values = graph.constant(kernel)
    if values.ndim != 5 or values[0].size != 2 or not np.allclose(values.reshape(-1, 2), np.multiply(sign, _HALF)):
        graph.fail(Text("a wavelet is not Haar's"))
    return x


def _near(graph: Graph, node: Node, value: float) -> None:
    if abs(graph.number(node) - value) > 1e-5:
        graph.fail(Text("{0} is {1}, not {2}", node.name[:60], f"{graph.number(node):g}", f"{value:g}"))
