"""Schemas of made-up games, for tests: big-endian numbers, headers, strings, whole numbers, one-hot choices."""

VALUES = """
label = "Game"
version = 2

[[value]]
id = "jaw"
label = "Jaw"
group = "Face"
range = [-100, 100, 0]
drives = { "chin-width" = 1.0 }

[[value]]
id = "nose"
label = "Nose"
group = "Face"
range = [0, 10, 2]
drives = { "nose-scale-vert" = 1.0 }

[[value]]
id = "freckles"
label = "Freckles"
group = "Looks"
kind = "whole"
range = [0, 9, 0]

[[value]]
id = "brow"
label = "Brow"
group = "Looks"
kind = "choice"
options = ["A", "B", "C"]
range = [0, 2, 0]
paints = "brow.style"

[[value]]
id = "grey"
label = "Grey"
group = "Looks"
kind = "colour"
paints = "brow.grey"

[[value]]
id = "hair.a"
label = "A"
group = "Hair"
kind = "one-hot"
choice = "Haircut"
range = [0, 1, 0]

[[value]]
id = "hair.b"
label = "B"
group = "Hair"
kind = "one-hot"
choice = "Haircut"
range = [0, 1, 1]
"""

FILES = {
    "ours": "",
    "big": """
[file]
byte_order = "big"
[[file.part]]
kind = "text"
text = "GAME"
[[file.part]]
kind = "version"
type = "u8"
value = 3
[[file.part]]
kind = "string"
length = "u16"
text = "Héros"
any = true
[[file.part]]
kind = "count"
type = "u16"
[[file.part]]
kind = "values"
type = "u16"
stored = [0, 65535]
[[file.part]]
kind = "choice"
of = "Haircut"
type = "i16"
first = 1
[[file.part]]
kind = "checksum"
by = "crc32"
""",
    "named": """
[file]
[[file.part]]
kind = "bytes"
hex = "00 ff 7f"
[[file.part]]
kind = "name"
length = "7-bit"
[[file.part]]
kind = "values"
type = "f64"
names = "u8"
[[file.part]]
kind = "checksum"
by = "sum"
type = "u16"
""",
    "mixed": """
[file]
byte_order = "big"
tail = "ignored"
[[file.part]]
kind = "number"
type = "f32"
value = 0.1
[[file.part]]
kind = "values"
type = "u8"
of = ["brow", "freckles", "hair.a", "hair.b"]
[[file.part]]
kind = "bytes"
hex = "0000"
any = true
[[file.part]]
kind = "values"
type = "f32"
""",
}
"""Files of one and the same game, by name."""
