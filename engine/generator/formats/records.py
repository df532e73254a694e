"""What a pickle may be made of here, and the few names it may ask for. Nothing of this is code from the file.

A pickle says "call this name with these arguments". Here a name is looked up in `NAMES` and nowhere else, and what
stands there is a function of this module that puts plain data together; a name that is not there ends the reading.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.base.text import Text

_DTYPES = ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1")
_STORAGES = {"FloatStorage": "<f4", "DoubleStorage": "<f8", "HalfStorage": "<f2", "BFloat16Storage": "bfloat16",
             "LongStorage": "<i8", "IntStorage": "<i4", "ShortStorage": "<i2", "CharStorage": "|i1",
             "ByteStorage": "|u1", "BoolStorage": "|b1"}
MOST_DIMENSIONS = 8


class Malformed(Exception):  # noqa: N818 - never leaves this package: the reader says it in words
    """The data does not fit together; the message says how."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Name:
    """A name of the allow-list as a value: what a pickle has on its stack before it "calls" it."""

    module: str
    name: str


@dataclass(eq=False)
class Storage:
    """A run of numbers that tensors look into. `data` may come later than the tensors (the old torch layout)."""

    dtype: str
    count: int
    load: Callable[[], bytes] | None = None

    def numbers(self) -> np.ndarray:
        """All of them, (count,); read when first needed, because most of a checkpoint never is."""
        if self.load is None:
            raise Malformed(Text("a tensor has no data"))
        data = self.load()
        if self.dtype == "bfloat16":
            wide = np.frombuffer(data, "<u2").astype("<u4") << np.uint32(16)
            numbers = wide.view("<f4")
        else:
            numbers = np.frombuffer(data, self.dtype)
        if len(numbers) != self.count:
            raise Malformed(Text("a tensor's data has {0} numbers, not {1}", len(numbers), self.count))
        return numbers


@dataclass(eq=False)
class Tensor:
    """A torch tensor: a window into a storage. shape and strides in elements."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    def array(self) -> np.ndarray:
        """The tensor as an array that owns nothing outside its storage. Malformed when it would reach past it."""
        count = 1
        for length in self.shape:
            count *= length
        last = self.offset + sum((length - 1) * stride for length, stride in zip(self.shape, self.strides, strict=True))
        if count > self.storage.count or (count and last >= self.storage.count):
            raise Malformed(Text("a tensor reaches past its data"))
        if not count:
            return np.zeros(self.shape, np.float32)
        numbers = self.storage.numbers()[self.offset:]
        return np.lib.stride_tricks.as_strided(numbers, self.shape,
                                               [stride * numbers.itemsize for stride in self.strides], writeable=False)


@dataclass(eq=False)
class NumpyType:
    """numpy.dtype: of plain numbers only. The byte order comes with BUILD."""

    code: str
    order: str = "<"

    def build(self, state: Any) -> None:
        if not (isinstance(state, tuple) and len(state) >= 2 and state[1] in ("<", ">", "|", "=")):
            raise Malformed(Text("a number type is not what it should be"))
        self.order = state[1].replace("=", "<")

    @property
    def dtype(self) -> np.dtype:
        return np.dtype(("|" if self.code.endswith("1") else self.order.replace("|", "<")) + self.code)


@dataclass(eq=False)
class NumpyArray:
    """numpy.ndarray: empty until BUILD brings (version, shape, type, by columns, bytes)."""

    value: np.ndarray | None = None

    def build(self, state: Any) -> None:
        if not (isinstance(state, tuple) and len(state) == 5 and isinstance(state[2], NumpyType)
                and isinstance(state[3], bool) and isinstance(state[4], bytes)):
            raise Malformed(Text("an array is not what it should be"))
        shape, dtype = _lengths(state[1]), state[2].dtype
        count = 1
        for length in shape:
            count *= length
        if count * dtype.itemsize != len(state[4]):
            raise Malformed(Text("an array's data has another length than its shape says"))
        self.value = np.frombuffer(state[4], dtype).reshape(shape, order="F" if state[3] else "C")

    def array(self) -> np.ndarray:
        if self.value is None:
            raise Malformed(Text("an array has no data"))
        return self.value


@dataclass(eq=False)
class TensorflowNetwork:
    """NVIDIA's TensorFlow network: its state is a dict with `variables` and `components`; its source is not looked at.
    """

    state: dict[Any, Any] = field(default_factory=dict)

    def build(self, state: Any) -> None:
        if not isinstance(state, dict):
            raise Malformed(Text("a network's state is not a dict"))
        self.state = state


@dataclass(eq=False)
class TorchModule:
    """A torch module saved with its source: its class's name and its state; the source is thrown away unread."""

    kind: str
    state: dict[Any, Any]


@dataclass(eq=False)
class ArgparseNamespace:
    """argparse.Namespace: training options that lie beside the weights. Not used."""

    def build(self, state: Any) -> None:
        if not isinstance(state, dict):
            raise Malformed(Text("options are not a dict"))


def _lengths(value: Any) -> tuple[int, ...]:
    if not (isinstance(value, tuple) and len(value) <= MOST_DIMENSIONS
            and all(type(length) is int and 0 <= length < 1 << 40 for length in value)):
        raise Malformed(Text("a shape is not what it should be"))
    return value


def _ordered_dict(*arguments: Any) -> dict[Any, Any]:
    if arguments and not (len(arguments) == 1 and isinstance(arguments[0], list)):
        raise Malformed(Text("a dict is not what it should be"))
    table: dict[Any, Any] = {}
    for pair in arguments[0] if arguments else ():
        if not (isinstance(pair, (list, tuple)) and len(pair) == 2):
            raise Malformed(Text("a dict is not what it should be"))
        table[plain_key(pair[0])] = pair[1]
    return table


def plain_key(value: Any) -> Any:
    """A key of a dict or member of a set: only what hashes in one step, so that no nesting can exhaust the stack."""
    if value is None or type(value) in (str, int, bool, float, bytes):
        return value
    raise Malformed(Text("a key is not a plain value"))


def _set(*arguments: Any) -> set[Any]:
    if not (len(arguments) == 1 and isinstance(arguments[0], list)):
        raise Malformed(Text("a set is not what it should be"))
    return {plain_key(value) for value in arguments[0]}


def _encode(*arguments: Any) -> bytes:
    """Bytes the way protocol 2 writes them: text whose characters are the bytes."""
    if not (len(arguments) == 2 and isinstance(arguments[0], str) and arguments[1] in ("latin1", "latin-1")):
        raise Malformed(Text("bytes are not what they should be"))
    return arguments[0].encode("latin-1")


def _numpy_type(*arguments: Any) -> NumpyType:
    if not (arguments and isinstance(arguments[0], str) and arguments[0].lstrip("<>|=") in _DTYPES):
        raise Malformed(Text("an array holds something other than numbers"))
    code = arguments[0].lstrip("<>|=")
    return NumpyType(code, ">" if arguments[0].startswith(">") else "<")


def _numpy_array(*arguments: Any) -> NumpyArray:
    if not (arguments and arguments[0] == Name("numpy", "ndarray")):
        raise Malformed(Text("an array is not what it should be"))
    return NumpyArray()


def _numpy_scalar(*arguments: Any) -> NumpyArray:
    if not (len(arguments) == 2 and isinstance(arguments[0], NumpyType) and isinstance(arguments[1], bytes)
            and len(arguments[1]) == arguments[0].dtype.itemsize):
        raise Malformed(Text("a number is not what it should be"))
    return NumpyArray(np.frombuffer(arguments[1], arguments[0].dtype).reshape(()))


def _tensor(*arguments: Any) -> Tensor:
    if not (len(arguments) in (6, 7) and isinstance(arguments[0], Storage) and type(arguments[1]) is int
            and 0 <= arguments[1] < 1 << 40):
        raise Malformed(Text("a tensor is not what it should be"))
    shape, strides = _lengths(arguments[2]), _lengths(arguments[3])
    if len(shape) != len(strides):
        raise Malformed(Text("a tensor's shape and strides do not go together"))
    return Tensor(arguments[0], arguments[1], shape, strides)


def _parameter(*arguments: Any) -> Tensor:
    if not (len(arguments) == 3 and isinstance(arguments[0], Tensor)):
        raise Malformed(Text("a parameter is not a tensor"))
    return arguments[0]


def _module(*arguments: Any) -> TorchModule:
    meta = arguments[0] if len(arguments) == 1 else None
    if not (isinstance(meta, dict) and isinstance(meta.get("class_name"), str) and isinstance(meta.get("state"), dict)):
        raise Malformed(Text("a module is not what it should be"))
    return TorchModule(meta["class_name"], meta["state"])


def _size(*arguments: Any) -> tuple[int, ...]:
    return _lengths(tuple(arguments[0]) if len(arguments) == 1 and isinstance(arguments[0], (list, tuple)) else None)


def storage_type(value: Any) -> str:
    """The number type a name like torch.FloatStorage stands for."""
    if not (isinstance(value, Name) and value.module == "torch" and value.name in _STORAGES):
        raise Malformed(Text("a tensor's data is of an unknown kind"))
    return _STORAGES[value.name]


CALLS: dict[tuple[str, str], Callable[..., Any]] = {
    ("collections", "OrderedDict"): _ordered_dict,
    ("builtins", "set"): _set,
    ("__builtin__", "set"): _set,
    ("_codecs", "encode"): _encode,
    ("numpy", "dtype"): _numpy_type,
    **{(f"numpy.{core}.multiarray", name): call for core in ("core", "_core")
       for name, call in (("_reconstruct", _numpy_array), ("scalar", _numpy_scalar))},
    ("torch", "Size"): _size,
    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
    ("torch._utils", "_rebuild_parameter"): _parameter,
    ("torch_utils.persistence", "_reconstruct_persistent_obj"): _module,
}
"""What REDUCE may ask for: our function in its place."""

MAKES: dict[tuple[str, str], Callable[[], Any]] = {
    ("dnnlib.util", "EasyDict"): dict,
    ("dnnlib.tflib.network", "Network"): TensorflowNetwork,
    ("tfutil", "Network"): TensorflowNetwork,
    ("argparse", "Namespace"): ArgparseNamespace,
}
"""What NEWOBJ may ask for: an empty record of ours."""

LOAD_FROM_BYTES = ("torch.storage", "_load_from_bytes")
"""A torch file inside the pickle: the reader opens it by the same rules."""

NAMES = frozenset({*CALLS, *MAKES, LOAD_FROM_BYTES, ("numpy", "ndarray"), *(("torch", name) for name in _STORAGES)})
