"""How much of a file from outside is ever looked at: the limits that all formats share, checked before any work.

Limits of one format alone (its largest file, its most faces) stand as constants beside its reader. Where a file passes
a limit its reader says so in one line; where it does not, reading it takes seconds at most and little more memory than
what it holds.
"""

DEEPEST = 64
"""Levels of lists and tables within one another, in JSON and TOML. Ours have six."""

MOST_VALUES = 1 << 20
"""Values in one text of JSON: a million are read in about a second."""

LARGEST_TOML = 1 << 19
"""Bytes of one text of TOML: read in about a second; our own largest has fifty thousand."""
MOST_KEY_PARTS = 16
"""Parts of one dotted key: each costs the reader a table, and the square of their number in time."""
LONGEST_WORD = 1000
"""Characters of a number or bare key."""

LARGEST_UNPACKED = 1 << 29
"""Bytes that an archive of numbers may unpack to: 200 000 labelled faces."""
LONGEST_PART_NAME = 300
"""Bytes that the directory of a zip spends on one part, beside what every part has."""

MOST_DIMENSIONS = 8
LONGEST_ARRAY_HEADER = 1 << 12
"""Bytes before the numbers of a ``.npy``."""
LARGEST_TENSORS_HEADER = 1 << 23
"""Bytes of the description before the numbers of a ``.safetensors``: Stable Diffusion's has a hundred thousand."""
MOST_TENSORS = 20_000
"""In a checkpoint."""

MOST_PICKLE_STEPS = 1 << 19
"""Instructions of a pickle: the largest checkpoint has fifty thousand."""

MOST_PACKED = 64
"""To how many times its size a gzip may unpack, beyond what is small anyway. Zeros unpack to a thousand times theirs;
codes whose 18 rows are the same to 17 times."""
SMALL = 1 << 26
"""Bytes that are small anyway."""
