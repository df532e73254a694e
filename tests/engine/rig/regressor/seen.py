"""A database of a few plain pictures."""

from pathlib import Path

import numpy as np

from engine.photo.writing import write_picture
from engine.rig.database.database_file import write_database


def database_of(folder: Path, count: int = 3) -> Path:
    for half in ("trainset_female", "testset_female"):
        names = [f"db_{index:05d}_4" for index in range(count)]
        for name in names:
            write_picture(folder / half / f"{name}.jpg", np.full((32, 32, 3), 90, np.uint8))
        write_database(folder / half / "db_description", names, np.full((count, 99), 0.5, np.float32))
    return folder
