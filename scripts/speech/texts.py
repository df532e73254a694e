"""Sentences to say, of Debian's fortunes and word lists; those for testing are never among those for training."""

import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

FORTUNES = Path("/usr/share/games/fortunes")
WORDS = Path("/usr/share/dict")
_FORTUNES = {"en": ("fortunes", "literature", "computers", "cookie", "people", "wisdom", "work", "science", "politics",
                    "love", "food", "law", "kids", "education", "medicine", "platitudes", "miscellaneous"),
             "de": ("de",), "es": ("es",), "it": ("it",), "cs": ("cs",), "pl": ("pl",), "ru": ("ru",),
             "pt": ("brasil",)}
_WORDS = {"fr": ("french", "utf-8"), "nl": ("dutch", "utf-8"), "sv": ("swedish", "latin-1")}
_SHORTEST, _LONGEST = 18, 130
_KANA = [chr(code) for code in range(0x3042, 0x3094) if chr(code) not in "っぢづゐゑゎゃゅょぁぃぅぇぉ"]


def sentences(language: str, use: str, seed: int) -> Iterator[str]:
    """Sentences in an order of `seed`, for ever; `use` is "train" or "test"."""
    short = language.split("-")[0]
    pick = random.Random(f"{language} {use} {seed}")
    if short in _FORTUNES:
        pool = [text for text in _fortunes(_FORTUNES[short]) if (zlib.crc32(text.encode()) % 8 == 0) == (use == "test")]
        if not pool:
            raise ValueError(f"no text in {language}")
        while True:
            yield from pick.sample(pool, len(pool))
    name, encoding = _WORDS.get(short, ("", ""))
    words = (WORDS / name).read_text(encoding=encoding).split() if name else []
    while True:
        if words:
            yield " ".join(pick.choice(words) for _ in range(pick.randint(3, 9))).capitalize() + "."
        elif short == "ja":
            yield "、".join("".join(pick.choice(_KANA) for _ in range(pick.randint(4, 11)))
                           for _ in range(pick.randint(1, 3)))
        elif short == "cmn":
            yield "".join(chr(pick.randint(0x4E00, 0x4E00 + 3000)) for _ in range(pick.randint(5, 14)))
        else:
            raise ValueError(f"no text in {language}")


def _fortunes(names: tuple[str, ...]) -> list[str]:
    """Sentences of plain words, each once, in an order that is always the same."""
    found: dict[str, None] = {}
    for name in names:
        path = FORTUNES / name
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix in (".dat", ".u8") or not file.is_file():
                continue
            text = re.sub(r"\x1b\[[\d;]*m", "", file.read_bytes().decode("utf-8", "ignore"))
            for saying in re.split(r"^%.*$", text, flags=re.MULTILINE):
                for sentence in re.split(r"(?<=[.!?])\s+", " ".join(saying.split())):
                    if _SHORTEST <= len(sentence) <= _LONGEST and _plain(sentence):
                        found[sentence] = None
    return list(found)


def _plain(sentence: str) -> bool:
    return (all(sign.isalpha() or sign in " ,.!?'’-;:" for sign in sentence) and sentence.count(" ") >= 3
            and not re.search(r"\b[A-ZА-Я]{2,}\b", sentence))
