"""Rebuild src/gaoxing/names/readings.tsv: toneless syllables of characters, from pypinyin's dictionaries (MIT).

A polyphone keeps its first reading and every other one that at least two words and one in fifty of the words with that character use; old readings,
which dictionaries list and nobody says, would make strangers sound alike. Run: `pip install pypinyin && python tools/build_name_readings.py`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TABLE = Path(__file__).parents[1] / "src" / "gaoxing" / "names" / "readings.tsv"
WORDS, SHARE = 2, 0.02
SAID = {
    **{"单": "shan", "区": "ou", "查": "zha", "解": "xie", "仇": "qiu", "朴": "piao", "曾": "zeng", "盖": "ge", "缪": "miao", "覃": "qin", "员": "yun"},
    **{"晟": "sheng", "珩": "heng", "翟": "zhai", "莎": "sha", "褚": "chu", "隽": "jun", "於": "yu", "莘": "xin", "郇": "xun", "隗": "kui", "阚": "kan"},
    **{"珲": "hun", "焘": "tao", "筠": "jun", "玢": "bin", "炅": "gui", "颉": "xie", "桧": "hui", "峤": "qiao", "剡": "yan", "湫": "qiu", "漯": "luo"},
    **{"渑": "sheng", "荥": "ying", "荨": "qian", "枞": "zong", "圩": "xu", "埔": "bu", "幢": "zhuang", "栝": "kuo", "芾": "fu", "蓼": "lu", "茜": "xi"},
    **{"铣": "xian", "脯": "fu", "驮": "tuo", "炔": "que", "挝": "wo", "呗": "bei", "哦": "o", "椹": "zhen", "澹": "tan", "种": "chong", "镡": "tan"},
}
"""Readings that words do not show but the standard's dictionaries have, in names above all (晟 sheng, 珩 heng); our own list."""
UNSAID = {"景": "ying", "揭": "qi", "坏": "pi", "被": "pi", "暴": "pu", "射": "ye", "敦": "dui", "弟": "ti"}
"""Readings of the classics that words show and nobody gives a name (景 for 影): strangers would sound alike."""


def toneless(syllable: str) -> str:
    plain = "".join(mark for mark in unicodedata.normalize("NFD", syllable) if not "\u0300" <= mark <= "\u036f" or mark == "\u0308")
    return plain.replace("u\u0308", "v")


def used() -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        for character, reading in zip(phrase, readings, strict=False):
            found[character][toneless(reading[0])] += 1
    return found


def kept(character: str, listed: list[str], counts: Counter[str]) -> list[str]:
    total = sum(counts[each] for each in listed)
    first = max(listed, key=lambda each: (counts[each] > SHARE * total, -listed.index(each)))
    others = [each for each in listed if counts[each] >= WORDS and counts[each] >= SHARE * total]
    said = dict.fromkeys([first, *others, *([SAID[character]] if character in SAID else [])])
    return [each for each in said if each != UNSAID.get(character)]


def rows() -> str:
    counts = used()
    table: dict[str, list[str]] = defaultdict(list)
    for code, readings in sorted(PINYIN_DICT.items()):
        character = chr(code)
        listed = [each for each in dict.fromkeys(toneless(each) for each in readings.split(",")) if each.isascii() and each.isalpha()]
        if listed and unicodedata.category(character) == "Lo":
            for syllable in kept(character, listed, counts[character]):
                table[syllable].append(character)
    return "".join(f"{syllable}\t{''.join(characters)}\n" for syllable, characters in sorted(table.items()))


if __name__ == "__main__":
    TABLE.write_text(rows(), encoding="utf-8")
