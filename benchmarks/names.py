"""Names among a million: how fast they are found and which are, class by class, beside pg_trgm, tantivy and RapidFuzz on the same names in one run.

python benchmarks/names.py [COUNT] [--peers] [--growth] [--rules]

The names are seeded: frequent characters and trades are frequent as in a register. Variants are made by the classes of the rules from the names alone; the
script knows no key. One of two characters replaced is told apart: half of the 字号 is another then, and no rule of the comparison speaks of it.
Similar shapes come from lists which the table under src was not made from: families of characters that share a part in the same place, written by hand
(similar_components.txt), and pairs of pictures of another face, wholly alike (similar_pictures.txt, by similar_pictures.py); a third class takes an
older list of mixed pairs (similar_pairs.txt). `--rules` judges 10,000 names by the index and by every rule against each of 10,000 others.
Peers need requirements/benchmarks.txt in the running Python, pg_trgm besides a DATABASE_URL of a scratch PostgreSQL; who is absent is said to be so.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).parent
SEED = 20261125
PREFECTURE = 3205
TOP = 20
LUCKY = (
    "鑫华盛源达瑞恒信泰宏德隆嘉诚安新博兴和丰晟宇凯正元天海金东利通腾辉明祥佳科中亿润顺康美创伟大成荣众飞龙杰永福吉万联智云乐航宝富旺洋优鼎浩睿亚雅轩"
    "铭恩合昌聚星立晨益阳森特威欧力昊林一世越君悦佰悠凡禾卓尚锦盈驰翔骏捷远景光启悟澜岚彬桥雷霆江河湖山川峰岭石玉珠琳琪瑶珊蓝青紫红绿橙白墨书画文武"
    "韬略谋策勤俭朴真善品质量精良工匠心诗歌音韵律动感触摸索求知慧聪颖灵巧妙趣味香甜蜜果蔬花草木竹梅兰菊松柏桃李杏柳枫桐梓楠樟榕槐桂莲荷芙蓉芳菲蕾"
    "春夏秋冬晴雨风雪霜露霞虹曦旭昱晖曜朗皓月夜辰宿列张寒来暑往收藏闰余岁调阳致结为霜丽水生昆冈剑号巨阙珍夜称奈菜重芥姜咸淡鳞潜羽翼师火帝鸟官人皇"
    "始制字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩体率宾归王鸣凤在树驹食场化被赖及方盖此身四五常恭惟鞠养岂敢毁"
)
TRADES = [
    "科技",
    "智能科技",
    "信息技术",
    "网络科技",
    "贸易",
    "商贸",
    "国际贸易",
    "进出口",
    "机械",
    "精密机械",
    "机电设备",
    "自动化设备",
    "模具",
    "精密模具",
    "电子",
    "电子科技",
    "光电",
    "五金",
    "餐饮管理",
    "餐饮",
    "建筑工程",
    "建设",
    "装饰工程",
    "建筑装饰",
    "物流",
    "货运",
    "供应链",
    "文化传媒",
    "广告",
    "企业管理咨询",
    "人力资源",
    "环保科技",
    "包装材料",
    "塑胶制品",
    "服装",
    "纺织",
    "化工",
    "新材料",
    "医疗器械",
    "生物科技",
    "汽车服务",
    "房地产",
    "物业管理",
    "教育科技",
    "实业",
    "发展",
    "食品",
    "家具",
    "园林绿化",
]
REGIONS = "昆山 苏州 常熟 张家港 太仓 昆山市 苏州市 江苏".split()  # noqa: SIM905 - a list to be read
FORMS = "有限公司 有限公司 有限公司 有限公司 有限公司 有限责任公司 股份有限公司".split()  # noqa: SIM905 - a list to be read
SAME = {"科技": "智能科技", "智能科技": "信息技术", "贸易": "商贸", "商贸": "贸易", "建筑装饰": "装饰工程", "餐饮": "餐饮管理", "机械": "精密机械"}


class Register:
    """Seeded names with their 字号, so that a variant can be made of one."""

    def __init__(self, count: int) -> None:
        self.rng = random.Random(SEED)
        weights = [1 / (place + 12) for place in range(len(LUCKY))]
        trades = [1 / (place + 4) for place in range(len(TRADES))]
        self.rows: list[tuple[str, str, str, str]] = []
        seen: set[tuple[str, str]] = set()
        while len(self.rows) < count:
            todo = count - len(self.rows)
            letters = iter(self.rng.choices(LUCKY, weights, k=todo * 4))
            for length, trade in zip(self.rng.choices((2, 3, 4), (6, 3, 1), k=todo), self.rng.choices(TRADES, trades, k=todo), strict=True):
                said = "".join(next(letters) for _ in range(length))
                if (said, trade) not in seen:
                    seen.add((said, trade))
                    self.rows.append((self.rng.choice(REGIONS), said, trade, self.rng.choice(FORMS)))

    def name(self, at: int) -> str:
        return "".join(self.rows[at])


class Variants:
    """One variant of a 字号 by class; None where the class has none of it."""

    def __init__(self, rng: random.Random) -> None:
        from pypinyin import lazy_pinyin

        self.rng = rng
        self.sounds: dict[str, list[str]] = {}
        for letter, sound in zip(LUCKY, lazy_pinyin(list(LUCKY)), strict=True):
            self.sounds.setdefault(sound, []).append(letter)
        self.sound = {letter: sound for sound, letters in self.sounds.items() for letter in letters}
        families = listed("similar_components.txt")
        self.shapes = both_ways([*listed("similar_pictures.txt"), *("".join(pair) for each in families for pair in combinations(each, 2))])
        self.mixed = both_ways(listed("similar_pairs.txt"))

    def make(self, kind: str, said: str) -> str | None:
        return getattr(self, "_" + kind.replace(" ", "_"))(said)

    def _same(self, said: str) -> str | None:
        return said

    def _homophone(self, said: str) -> str | None:
        other = "".join(self.rng.choice(self.sounds[self.sound[each]]) for each in said)
        return other if other != said else None

    def _reordered(self, said: str) -> str | None:
        other = "".join(self.rng.sample(said, len(said)))
        return other if other != said else None

    def _contained(self, said: str) -> str | None:
        added = "".join(self.rng.choices(LUCKY, k=self.rng.choice((1, 2))))
        return said + added if self.rng.random() < 0.5 else added + said

    def _containing(self, said: str) -> str | None:
        if len(said) < 3:
            return None
        length = self.rng.randrange(2, len(said))
        start = self.rng.randrange(len(said) - length + 1)
        return said[start : start + length]

    def _one_more(self, said: str) -> str | None:
        at = self.rng.randrange(len(said) + 1)
        return said[:at] + self.rng.choice(LUCKY) + said[at:]

    def _one_less(self, said: str) -> str | None:
        at = self.rng.randrange(len(said))
        return said[:at] + said[at + 1 :] if len(said) > 2 else None

    def _substituted(self, said: str) -> str | None:
        return self._other(said) if len(said) > 2 else None

    def _half_other(self, said: str) -> str | None:
        return self._other(said) if len(said) == 2 else None

    def _other(self, said: str) -> str | None:
        at = self.rng.randrange(len(said))
        other = said[:at] + self.rng.choice(LUCKY) + said[at + 1 :]
        return other if other != said else None

    def _similar_shape(self, said: str) -> str | None:
        return self._one_of(self.shapes, said)

    def _mixed_pairs(self, said: str) -> str | None:
        return self._one_of(self.mixed, said)

    def _one_of(self, others: dict[str, list[str]], said: str) -> str | None:
        places = [at for at, each in enumerate(said) if each in others]
        if not places:
            return None
        at = self.rng.choice(places)
        return said[:at] + self.rng.choice(others[said[at]]) + said[at + 1 :]


def listed(file: str) -> list[str]:
    return HERE.joinpath(file).read_text(encoding="utf-8").split()


def both_ways(pairs: list[str]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        found.setdefault(one, {})[other] = None
        found.setdefault(other, {})[one] = None
    return {character: list(others) for character, others in found.items()}


CLASSES = {
    "same": "same 字号 (B1, binding)",
    "homophone": "homophone",
    "reordered": "reordered",
    "contained": "it is contained in the new one",
    "containing": "it contains the new one",
    "one more": "one more",
    "one less": "one less",
    "substituted": "one of 3+ substituted",
    "similar shape": "similar shape, by components and by pictures",
    "mixed pairs": "similar shape, older list",
    "half other": "(one of 2 substituted: no rule)",
}


def asked_for(register: Register, each: int) -> list[tuple[str, str, str]]:
    """(class, new name, the name that should be found)."""
    rng = random.Random(SEED + 1)
    variants, found = Variants(rng), []
    for kind in CLASSES:
        count = 0
        while count < each:
            at = rng.randrange(len(register.rows))
            _, said, trade, _ = register.rows[at]
            other = variants.make(kind, said)
            if other is not None:
                same = SAME.get(trade, trade) if kind == "same" else trade
                found.append((kind, f"{rng.choice(REGIONS[:5])}{other}{same}有限公司", register.name(at)))
                count += 1
    rng.shuffle(found)
    return found


def measured(label: str, find: Callable[[str], set[str]], asked: list[tuple[str, str, str]]) -> None:
    hits = dict.fromkeys(CLASSES, 0)
    totals = dict.fromkeys(CLASSES, 0)
    times, work, sizes = [], [], []
    for kind, name, source in asked:
        start, begun = time.perf_counter(), time.process_time()
        found = find(name)
        times.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - begun) * 1000)
        sizes.append(len(found))
        totals[kind] += 1
        hits[kind] += source in found
    high, busy = quantiles(times, n=100)[-1], quantiles(work, n=100)[-1]
    shares = "".join(f"{hits[kind] / max(totals[kind], 1):8.3f}" for kind in CLASSES)
    print(f"{label:26}{median(times):8.2f}{high:8.2f}{busy:8.2f}{median(sizes):7.0f}{max(sizes):7d}{shares}", flush=True)


def file_of(register: Register, folder: Path) -> Path:
    path = folder / "names.csv"
    with path.open("w", encoding="utf-8") as out:
        out.write("名称,状态,日期\n")
        for at in range(len(register.rows)):
            out.write(f"{register.name(at)},存续,2024-05-06\n")
    return path


def office(folder: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
    os.environ["GAOXING_DATA"] = str(folder)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def loaded(register: Register, folder: Path) -> None:
    from datetime import UTC, datetime

    from django.db import connection

    from gaoxing.office.names.loading import load
    from gaoxing.office.names.models import NameKey, RegisteredName

    path = file_of(register, folder)
    RegisteredName.objects.all().delete()
    NameKey.objects.all()._raw_delete("default")
    start, begun = time.perf_counter(), time.process_time()
    load(path, PREFECTURE, datetime.now(UTC), report=folder / "broken.csv", again=True)
    spent, busy = time.perf_counter() - start, time.process_time() - begun
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            disk = sum(each.stat().st_size for each in folder.glob("gaoxing.sqlite3*"))
        else:
            cursor.execute("VACUUM ANALYZE names_namekey, names_registeredname")
            cursor.execute("SELECT pg_total_relation_size('names_namekey') + pg_total_relation_size('names_registeredname')")
            (disk,) = cursor.fetchone()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(register.rows)
    keys = NameKey.objects.count()
    rate = f"{count / spent:,.0f} names/s ({count / busy:,.0f} a second of processor)"
    print(f"\n{connection.vendor}: {count:,} names, {keys / count:.2f} keys a name; {rate}; {disk / 1e6:,.0f} MB on disk; {memory:,.0f} MB memory", flush=True)


def ours(name: str) -> set[str]:
    from gaoxing.names.composition import split
    from gaoxing.names.keys import asked
    from gaoxing.office.names.queries import neighbours

    return {each.name for each in neighbours(asked(split(name)), PREFECTURE)}


def heading() -> None:
    print(f"{'':26}{'p50 ms':>8}{'p99 ms':>8}{'p99 cpu':>8}{'found':>7}{'most':>7}" + "".join(f"{kind[:7]:>8}" for kind in CLASSES))


def fuzzy(register: Register) -> Callable[[str], set[str]] | None:
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        return None
    names = [register.name(at) for at in range(len(register.rows))]
    return lambda name: {each[0] for each in process.extract(name, names, scorer=fuzz.ratio, limit=TOP)}


def tantivy_index(register: Register) -> Callable[[str], set[str]] | None:
    try:
        import tantivy
    except ImportError:
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True, tokenizer_name="grams")
    schema = builder.build()
    index = tantivy.Index(schema)
    grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(min_gram=1, max_gram=2, prefix_only=False)).build()
    index.register_tokenizer("grams", grams)
    writer = index.writer()
    for at in range(len(register.rows)):
        writer.add_document(tantivy.Document(name=[register.name(at)]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(name: str) -> set[str]:
        grams = {name[at : at + size] for size in (1, 2) for at in range(len(name) - size + 1)}
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "name", gram)) for gram in grams]
        query = tantivy.Query.boolean_query(terms)
        return {searcher.doc(address)["name"][0] for _, address in searcher.search(query, TOP).hits}

    return find


def trigrams(register: Register) -> Callable[[str], set[str]] | None:
    url = os.environ.get("BENCH_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if not url:
        return None
    import psycopg

    line = psycopg.connect(url, autocommit=True)
    line.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    line.execute("DROP TABLE IF EXISTS benchmark_names")
    line.execute("CREATE TABLE benchmark_names (name text)")
    with line.cursor() as cursor, cursor.copy("COPY benchmark_names FROM STDIN") as copy:
        for at in range(len(register.rows)):
            copy.write_row((register.name(at),))
    line.execute("CREATE INDEX ON benchmark_names USING gin (name gin_trgm_ops)")
    line.execute("VACUUM ANALYZE benchmark_names")
    query = f"SELECT name FROM benchmark_names WHERE name %% %s ORDER BY similarity(name, %s) DESC LIMIT {TOP}"
    return lambda name: {each for (each,) in line.execute(query, (name, name))}


def beside(register: Register, asked: list[tuple[str, str, str]]) -> None:
    for label, make, count in (("pg_trgm, best 20", trigrams, 200), ("tantivy 1-2-grams, best 20", tantivy_index, 500), ("RapidFuzz, best 20", fuzzy, 100)):
        start = time.perf_counter()
        find = make(register)
        if find is None:
            print(f"{label:26} not installed here: not measured")
            continue
        print(f"{label}: built in {time.perf_counter() - start:.0f} s")
        measured(label, find, asked[:count])


class Everybody:
    """Every name of a pool, to be compared with without an index.

    What no rule can speak of is passed over by arithmetic, not by keys: two 字号 share no syllable, or only one where both have three and more that all
    differ. `all_of_them` passes nobody over; the first names are compared so too, to hold the arithmetic to its word.
    """

    def __init__(self, names: list[str]) -> None:
        import numpy as np

        from gaoxing.names.composition import split
        from gaoxing.names.neighbour import Neighbour, State

        self.numbers: dict[str, int] = {}
        self.all_of_them = []
        for each in map(split, names):
            parts = (each.text, each.region, each.trade_name, each.trade, each.form)
            self.all_of_them.append(Neighbour(*parts, State.ACTIVE, date(2024, 5, 6), str(PREFECTURE)))
        self.sounds = np.zeros((len(names), 2048), np.float32)
        self.needed = np.ones(len(names), np.float32)
        for at, each in enumerate(self.all_of_them):
            said, needed = self._heard(each.trade_name)
            self.sounds[at, said], self.needed[at] = 1, needed

    def near(self, text: str) -> list[object]:
        import numpy as np

        from gaoxing.names.composition import split

        name = split(text)
        said, needed = self._heard(name.trade_name)
        shared = self.sounds[:, said].sum(1) >= np.minimum(self.needed, needed)
        return [each for each, kept in zip(self.all_of_them, shared.tolist(), strict=True) if kept or each.name in name.text]

    def _heard(self, said: str) -> tuple[list[int], int]:
        """The numbers of its syllables, and how many another one must share."""
        from gaoxing.names.readings import readings

        ways = readings(said)
        every = frozenset().union(*ways)
        apart = len(ways) > 2 and sum(map(len, ways)) == len(every)
        return [self.numbers.setdefault(each, len(self.numbers)) for each in every], 2 if apart else 1


def rules(folder: Path, count: int = 10_000) -> None:
    """Verdicts, hits and findings of the index against those over every name: as many names asked as there are."""
    register = Register(count)
    loaded(register, folder)
    everybody = Everybody([register.name(at) for at in range(count)])
    names = [name for _, name, _ in asked_for(register, -(-count // len(CLASSES)))][:count]
    start = time.perf_counter()
    indexed = [by_index(name) for name in names]
    middle = time.perf_counter()
    brute = [outcome(name, everybody.near(name)) for name in names]
    wholly = sum(brute[at] != outcome(names[at], everybody.all_of_them) for at in range(0, len(names), len(names) // 100))
    different = [(name, one, other) for name, one, other in zip(names, indexed, brute, strict=True) if one != other]
    for name, one, other in different[:20]:
        print(f"  {name}: index {one[0]} {sorted(one[1] - other[1])[:3]} / all {other[0]} {sorted(other[1] - one[1])[:3]}")
    told = ", ".join(f"{verdict} {times}" for verdict, times in Counter(one[0] for one in indexed).items())
    fired = ", ".join(f"{rule} {times}" for rule, times in sorted(Counter(rule for one in indexed for _, rule in one[1]).items()))
    print(f"index against brute force over all rules: {len(names):,} names against {count:,}: {len(different)} differ ({told}; hits {fired}); ", end="")
    print(f"{wholly} of 100 names differ where nobody is passed over; {middle - start:.0f} s and {time.perf_counter() - middle:.0f} s")


Outcome = tuple[str, frozenset[tuple[str, str]], tuple[str, ...]]
"""Verdict, (name, rule) of each hit, rules of the findings."""


def by_index(text: str) -> Outcome:
    from gaoxing.names.composition import split
    from gaoxing.names.keys import asked
    from gaoxing.office.names.queries import neighbours

    return outcome(text, neighbours(asked(split(text)), PREFECTURE))


def outcome(text: str, pool: Iterable[object]) -> Outcome:
    from gaoxing.names.composition import split
    from gaoxing.names.verdict import judge

    judged = judge(split(text), pool, date(2026, 11, 25))
    return str(judged.verdict), frozenset((each.name, each.rule) for each in judged.hits), tuple(each.rule for each in judged.findings)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--each", type=int, default=300)
    for option in ("--peers", "--growth", "--rules"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        office(Path(folder))
        for count in (100_000, 300_000, 1_000_000, 2_000_000) if options.growth else (options.count,):
            register = Register(count)
            loaded(register, Path(folder))
            asked = asked_for(register, options.each)
            heading()
            measured("ours, all neighbours", ours, asked)
            if options.peers:
                beside(register, asked)
        if options.rules:
            rules(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
