"""What is fuzzed: by name, honest files to begin with, and the reader that is given what was made of them."""

import io
import json
import pickle
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Reader:
    """seeds: bytes of honest files. read: raises EngineError for others; the path is a file of these bytes."""

    seeds: tuple[bytes, ...]
    read: Callable[[bytes, Path], object]


def _zip(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _npy(values: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, values, allow_pickle=False)
    return buffer.getvalue()


def _torch(value: object, old: bool = False) -> bytes:
    import torch

    buffer = io.BytesIO()
    torch.save(value, buffer, _use_new_zipfile_serialization=not old)
    return buffer.getvalue()


def preset() -> Reader:
    from engine.expression.presets import parse_preset

    files = sorted((ROOT / "resources" / "presets").glob("*.toml"))
    return Reader(tuple(path.read_bytes() for path in files), lambda data, _: parse_preset(data, "x"))


def schema() -> Reader:
    from engine.rig.schema import parse_schema

    files = sorted((ROOT / "resources" / "schemas").glob("*.toml"))
    return Reader(tuple(path.read_bytes() for path in files), lambda data, _: parse_schema(data, "x"))


def project() -> Reader:
    from engine.project.project_file import decode_project, encode_project
    from engine.systems import face_namespaces

    known = face_namespaces()

    def read(data: bytes, _: Path) -> None:
        opened = decode_project(data, "x.facewright", known)
        decode_project(encode_project(opened), "again")  # what can be opened can be saved and opened again

    files = sorted((ROOT / "tests" / "data" / "projects").glob("*.facewright"))
    return Reader(tuple(path.read_bytes() for path in files), read)


def timeline() -> Reader:
    from engine.motion.timeline_data import decode_timeline
    from engine.project.timeline_file import _parsed

    keys = [[number / 10, number, "smooth"] for number in range(9)]
    seed = {"version": 1, "takes": [], "curves": [{"control": name, "keys": keys} for name in ("AU12L", "AU4")],
            "trim": [0.0, None]}
    return Reader((json.dumps(seed).encode(),), lambda data, _: decode_timeline(_parsed(data, "x"), {}))


def take() -> Reader:
    from engine.motion.take import Take
    from engine.motion.take_file import decode_take, encode_take
    from engine.motion.track import Track

    track = Track(("jawOpen", "headYaw"), np.arange(5.0), np.ones((5, 2), np.float32))
    return Reader((encode_take(Take((track,), 30.0, "x", ((1.0, 2.0),))),), lambda data, _: decode_take(data, "x"))


def live_link() -> Reader:
    from engine.motion.csv_file import HEADER, decode_csv

    rows = [f"12:00:{number:02d}:00.000,61," + ",".join(["0.25"] * 61) for number in range(4)]
    return Reader(("\n".join([HEADER, *rows]).encode(),), lambda data, path: decode_csv(data, path))


def rig() -> Reader:
    from engine.rig.files.bytes_file import decode, encode
    from engine.rig.files.json_file import decode_json, encode_json
    from engine.rig.schema import load_schema

    values = [load_schema(name).defaults() for name in ("face-nn", "facewright-head")]
    return Reader((*map(encode, values), *map(encode_json, values)),
                  lambda data, _: decode_json(data) if data[:1] == b"{" else decode(data))


def database() -> Reader:
    from engine.rig.database.database_file import decode_database, encode_database

    seed = encode_database(["db_00001_3", "db_00002_4"], np.ones((2, 99), np.float32))
    return Reader((seed,), lambda data, _: decode_database(data, strict=False))


def labels() -> Reader:
    from engine.attributes.labels.label_set import Column, LabelSet, read_labels, write_labels

    def written(path: Path) -> bytes:
        write_labels(path, LabelSet((Column("a", "weight"),), np.ones((4, 1), np.float32),
                                    np.ones((4, 8), np.float32), np.arange(4), "numpy"))
        return path.read_bytes()

    return Reader((_through(written, ".npz"),), lambda _, path: read_labels(path))


def latents() -> Reader:
    from engine.generator.latents_file import Latents, read_latents, write_latents

    some = Latents(np.arange(3), "numpy", np.ones((3, 4), np.float32), np.ones((3, 4), np.float32), 0.7, 4, "g", "f",
                   "d", np.ones((3, 2, 4), np.float32))

    def written(path: Path) -> bytes:
        write_latents(path, some)
        return path.read_bytes()

    return Reader((_through(written, ".npz"), _through(written, ".safetensors")), lambda _, path: read_latents(path))


def directions() -> Reader:
    from engine.attributes.directions import Direction, Directions, read_directions, unit, write_directions

    def written(path: Path) -> bytes:
        write_directions(path, Directions((Direction("a", unit(np.ones(8)), 1.0, "ridge", {"r": 0.5}, (0, 3)),)))
        return path.read_bytes()

    return Reader((_through(written, ".npz"),), lambda _, path: read_directions(path))


def arrays() -> Reader:
    from engine.attributes.foreign import read_foreign

    ones = np.ones((1, 512), np.float32)
    seeds = (_npy(ones), _torch_of(ones), _torch_of(ones, True), pickle.dumps(ones, 2))
    return Reader(seeds, lambda _, path: read_foreign(path))


def azure() -> Reader:
    import gzip

    from engine.attributes.labels.rfm_labels import read_azure

    plain = pickle.dumps((np.ones((1, 4)), np.ones((1, 2, 4)), [{"faceAttributes": {"smile": 0.5}}]), 2)
    return Reader((plain, gzip.compress(plain)), lambda _, path: read_azure(path))


def generator() -> Reader:
    from engine.generator.load import load_generator

    seeds = (_torch_of(np.ones((2, 2), np.float32)), _torch({"g_ema": {"style.1.weight": 1.0}}),
             pickle.dumps({"generator": {"a": np.ones(3)}}, 2))
    return Reader(seeds, lambda _, path: load_generator(path))


def openvino() -> Reader:
    from engine.generator.formats.openvino import Graph

    seed = (b'<net><layers><layer id="0" type="Parameter" name="z"><output><port id="0"/></output></layer><layer id="1"'
            b' type="Const"><data element_type="f32" shape="2" offset="0" size="8"/><output><port id="1"/></output>'
            b'</layer><layer id="2" type="Result"><input><port id="0"/></input></layer></layers><edges>'
            b'<edge from-layer="0" from-port="0" to-layer="2" to-port="0"/></edges></net>')
    return Reader((seed,), lambda data, _: Graph(data, bytes(8), "x"))


def matlab() -> Reader:
    from scipy.io import savemat

    from engine.expression.magicface.mat_file import read_mat

    def saved(packed: bool) -> bytes:
        buffer = io.BytesIO()
        savemat(buffer, {"meanshape": np.ones((1, 9)), "idBase": np.ones((9, 8), "f4")}, do_compression=packed)
        return buffer.getvalue()

    return Reader((saved(False), saved(True)), lambda data, _: read_mat(data, ("meanshape", "idBase")))


def basis() -> Reader:
    from engine.expression.latent.basis import SHIPPED, read_basis

    return Reader((SHIPPED.read_bytes(),), lambda _, path: read_basis(path))


def checkpoint() -> Reader:
    from engine.process.training import Checkpoint, read_checkpoint, write_checkpoint

    def written(path: Path) -> bytes:
        write_checkpoint(path, Checkpoint(3, {"a": np.ones(4, np.float32)}, {"rate": 0.1}))
        return path.read_bytes()

    return Reader((_through(written, ".safetensors"),), lambda _, path: read_checkpoint(path))


def _torch_of(values: np.ndarray, old: bool = False) -> bytes:
    import torch

    return _torch(torch.from_numpy(values.copy()), old)


def _through(write: Callable[[Path], bytes], suffix: str) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder) / f"seed{suffix}")


def _pictures(*seeds: bytes) -> Reader:
    from engine.photo.picture import decode_picture

    return Reader(seeds, lambda data, _: decode_picture(data, "x"))


def _encoded(kind: str, mode: str = "RGB", **options: object) -> bytes:
    from PIL import Image

    ramp = np.add.outer(np.arange(48) * 5, np.arange(64) * 3).astype(np.uint8)
    picture = Image.fromarray(np.stack([ramp, ramp[::-1], ramp[:, ::-1]], -1)).convert(mode)
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def _sixteen_bits(kind: str) -> bytes:
    from engine.photo.writing import encode_picture

    return encode_picture((np.arange(9 * 9 * 3).reshape(9, 9, 3) * 257).astype(np.uint16), kind)


def png() -> Reader:
    return _pictures(_encoded("PNG"), _encoded("PNG", "P", transparency=3), _encoded("PNG", "L", transparency=7),
                     _encoded("PNG", "RGBA", dpi=(300, 300)), _encoded("PNG", "1"), _sixteen_bits("PNG"))


def jpeg() -> Reader:
    return _pictures(_encoded("JPEG"), _encoded("JPEG", progressive=True), _encoded("JPEG", "CMYK"),
                     _encoded("JPEG", "L", restart_marker_blocks=2))


def tiff() -> Reader:
    return _pictures(_encoded("TIFF"), _encoded("TIFF", compression="tiff_adobe_deflate"), _sixteen_bits("TIFF"),
                     _encoded("TIFF", "CMYK", compression="tiff_lzw"), _encoded("TIFF", compression="jpeg"),
                     _encoded("TIFF", "P"), _encoded("TIFF", "1", compression="group4"))


def webp() -> Reader:
    return _pictures(_encoded("WEBP"), _encoded("WEBP", "RGBA", lossless=True))


def bmp() -> Reader:
    return _pictures(_encoded("BMP"), _encoded("BMP", "P"), _encoded("BMP", "1"))


def gif() -> Reader:
    from PIL import Image

    return _pictures(_encoded("GIF", "P"), _encoded("GIF", "P", transparency=3),
                     _encoded("GIF", "P", save_all=True, append_images=[Image.new("P", (64, 48), 9)] * 3))


def avif() -> Reader:
    return _pictures(_encoded("AVIF"), _encoded("AVIF", "RGBA", quality=30))


def heic() -> Reader:
    return _pictures((ROOT / "tests" / "data" / "pictures" / "phone.heic").read_bytes())


def jpeg_xl() -> Reader:
    import pylibjxl

    picture = np.stack([np.add.outer(np.arange(48) * 5, np.arange(64) * 3).astype(np.uint8)] * 3, -1)
    return _pictures(pylibjxl.encode(picture, lossless=True), pylibjxl.encode(picture))


@dataclass(frozen=True)
class Fuzzed:
    """make: its honest files, and itself. share: it reads one file of so many that others read."""

    make: Callable[[], Reader]
    share: int = 1


READERS: dict[str, Fuzzed] = {make.__name__: Fuzzed(make) for make in (
    preset, schema, project, timeline, take, live_link, rig, database, labels, latents, directions, arrays, azure,
    generator, openvino, matlab, basis, checkpoint, png, jpeg, tiff, webp, bmp, gif, avif)}
READERS |= {make.__name__: Fuzzed(make, 50) for make in (heic, jpeg_xl)}  # each file in a process of its own
