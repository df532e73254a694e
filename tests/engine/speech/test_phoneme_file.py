"""Files of phonemes with their times, whole, damaged and hostile."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.speech import phoneme_file
from engine.speech.phoneme_file import read_phonemes
from engine.speech.visemes import VISEMES

GRID = '''File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 0.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "words"
        xmin = 0
        xmax = 0.5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 0.5
            text = "say ""ma"""
    item [2]:
        class = "IntervalTier"
        name = "phones"
        xmin = 0
        xmax = 0.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 0.1
            text = ""
        intervals [2]:
            xmin = 0.1
            xmax = 0.2
            text = "M"
        intervals [3]:
            xmin = 0.2
            xmax = 0.5
            text = "AA1"
'''
SHORT_GRID = '''File type = "ooTextFile"
Object class = "TextGrid"

0
0.5
<exists>
1
"IntervalTier"
"phones"
0
0.5
3
0
0.1
""
0.1
0.2
"m"
0.2
0.5
"ɑː"
'''
WHOLE = {
    "named.csv": "word,end,start,phone\nma,0.2,0.1,m\nma,0.5,0.2,ɑː\n",
    "plain.csv": "m,0.1,0.2\nɑː,0.2,0.5\n",
    "german.csv": "phoneme;start;end\nm;0,1;0,2\nɑː;0,2;0,5\n",
    "times-first.tsv": "0.1\t0.2\tm\n0.2\t0.5\taa\n",
    "plain.lab": "0 0.1 sil\n0.1 0.2 m\n0.2 0.5 aa\n",
    "htk.lab": "0 1000000 sil\n1000000 2000000 m\n2000000 5000000 aa\n",
    "festival.lab": "separator ;\nnfields 1\n#\n0.1 26 pau\n0.2 26 m\n0.5 26 aa\n",
    "long.TextGrid": GRID, "short.TextGrid": SHORT_GRID,
    "cues.json": '{"metadata": {}, "mouthCues": [{"start": 0.1, "end": 0.2, "value": "A"},'
                 ' {"start": 0.2, "end": 0.5, "value": "D"}]}',
    "cues.tsv": "0.10\tA\n0.20\tD\n0.50\tX\n",
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("kind", ["utf-8", "utf-8-sig", "utf-16"])
def test_all_kinds_say_the_same(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name].encode(kind))
    told = [(VISEMES[one.visemes[0]], round(one.start, 6), round(one.end, 6)) for one in read_phonemes(path).spoken]
    assert [one for one in told if one[0] != "sil"] == [("PP", 0.1, 0.2), ("aa", 0.2, 0.5)]
    assert read_phonemes(path).source == name


@pytest.mark.parametrize(("text", "first", "second"), [
    ("HH,0,1\nAY1,1,2", "aa", "aa"), ("sh,0,1\niy,1,2", "CH", "I"), ("s,0,1\nh,1,2", "SS", "aa"),
    ("tʃ,0,1\naɪ,1,2", "CH", "aa"), ("B,0,1\nV,1,2", "PP", "FF"), ("y,0,1\nt,1,2", "I", "DD")])
def test_the_alphabet_is_found(tmp_path: Path, text: str, first: str, second: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert [VISEMES[one.visemes[0]] for one in read_phonemes(path).spoken] == [first, second]


@pytest.mark.parametrize(("name", "text", "words"), [
    ("a.csv", "", "it is empty"), ("a.csv", "p,0.1,soon\n", "'soon' is no time"),
    ("a.csv", "p,0.2,0.1\n", "no phoneme"),
    ("a.csv", "p,0,nan\n", "'nan' is no time"), ("a.csv", "p,0,1\nb,1\n", "not in their places"),
    ("a.csv", "☃,0,1\n", "no phoneme that is known"), ("a.csv", "p,0,9000\n", "longer than"),
    ("a.csv", f"{'p' * 50},0,1\n", "is no phoneme"), ("a.json", "{}", "not in their places"), ("a.json", "{", "places"),
    ("a.json", '{"mouthCues": []}', "it is empty"),
    ("a.json", '{"mouthCues": [{"start":0,"end":1,"value":"Q"}]}', "'Q'"),
    ("a.json", '{"mouthCues": [{"start":0,"end":1e999,"value":"A"}]}', "no time|places"),
    ("a.json", '{"mouthCues": [{"start":true,"end":2,"value":"A"}]}', "True is no time"),
    ("a.json", '{"mouthCues": [{"start":"0","end":2,"value":"A"}]}', "is no time"),
    ("a.TextGrid", GRID.replace('"phones"', '"MAU"'), "SAMPA"),
    ("a.TextGrid", GRID[:300], "ends early"), ("a.TextGrid", GRID.replace("Interval", "Text"), "TextGrid"),
    ("a.TextGrid", GRID.replace("size = 3", "size = 1000000000"), "ends early"), ("a.lab", "0 1\n", "no phoneme"),
    ("a.csv", "\0\1\2", "phonemes")])
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=words) as told:
        read_phonemes(path)
    assert "\n" not in str(told.value)


def test_what_is_too_much_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("p,0,1\n" * 99, encoding="utf-8")
    monkeypatch.setattr(phoneme_file, "_MOST_LINES", 50)
    with pytest.raises(EngineError, match="more than 50 lines"):
        read_phonemes(path)
    path.write_text("p" * 3000, encoding="utf-8")
    with pytest.raises(EngineError, match="lines of more than"):
        read_phonemes(path)
    monkeypatch.setattr(phoneme_file, "LARGEST", 100)
    with pytest.raises(EngineError, match="larger than 100 bytes"):
        read_phonemes(path)


def test_the_last_mouth_of_a_list_of_starts_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("0.0\tD\n0.5\tA\n", encoding="utf-8")
    assert [(one.sign, one.start, one.end) for one in read_phonemes(path).spoken] == [("D", 0, 0.5), ("A", 0.5, 0.6)]


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode),
                 st.sampled_from(list(WHOLE.values())).flatmap(
                     lambda text: st.tuples(st.just(text), st.integers(0, len(text)), st.text(max_size=4))).map(
                     lambda cut: (cut[0][:cut[1]] + cut[2] + cut[0][cut[1] + 1:]).encode("utf-8", "ignore"))),
       st.sampled_from([".csv", ".lab", ".TextGrid", ".json"]))
def test_whatever_the_bytes_there_are_phonemes_or_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes,
                                                           suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        assert read_phonemes(path).end > 0
    except EngineError as error:
        assert "\n" not in str(error).strip()
