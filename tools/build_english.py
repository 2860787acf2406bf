"""Rebuild the English words of the front desk's pages (界面英文): the catalogue of strings and its compiled form.

    python tools/build_english.py           take new strings into django.po, drop those gone, compile django.mo
    python tools/build_english.py --check   change nothing; exit 1 and say what is missing, left over or not compiled
    python tools/build_english.py people    the same for another app of the office, whose catalogue lies in its own folder

A string is the Chinese text itself, from `{% translate %}` and `{% blocktranslate %}` in the pages and from `_("…")` in the code; one with a number may
have a plural. After the first command write the English into `msgstr`, then run it again. The words of a matter (labels, questions, findings) are not
here but in its english.toml.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from pathlib import Path

from django.utils.translation.template import templatize

FRONTDESK = Path(__file__).parents[1] / "src" / "gaoxing" / "office" / "frontdesk"
CATALOGUE = FRONTDESK / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
MAGIC = 0x950412DE
"""The first word of a compiled catalogue, by the GNU gettext manual."""

HEADER = """Project-Id-Version: gaoxing
Language: en
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=(n != 1);
"""
COMMENT = "# The English of the front desk's pages. `python tools/build_english.py` takes in new strings and compiles.\n"
ARGUMENTS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
"""How many strings each call takes; those of a plural are kept as gettext keeps them, with a zero between."""

CONTEXTS = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
MARKED = re.compile(rf"\b(_|n?p?gettext)\(\s*u?({QUOTED})(?:,\s*u?({QUOTED}))?")

HAN = re.compile(r"[\u4e00-\u9fff]")
MEANT = re.compile(
    rf"高兴办|\bvalue={QUOTED}|{{#.*?#}}|{{% comment.*?endcomment %}}|{{% blocktranslate\b.*?endblocktranslate %}}|{{% translate {QUOTED}|_\({QUOTED}\)",
    re.DOTALL,
)
"""Chinese in a template that is translated, not shown, sent back, or the name of the house."""


def wanted() -> dict[str, set[str]]:
    """Every string of the pages and the code, with the files that hold it, in their order."""
    found: dict[str, set[str]] = {}
    for page in sorted(FRONTDESK.rglob("*.html")):
        for text in in_page(page.read_text(encoding="utf-8"), page.name):
            found.setdefault(text, set()).add(page.name)
    for module in sorted(FRONTDESK.rglob("*.py")):
        for text in in_code(module.read_text(encoding="utf-8"), module.name):
            found.setdefault(text, set()).add(module.name)
    return found


def in_page(source: str, name: str) -> list[str]:
    """The strings of a template. Stops at a context: Chinese needs none, so say it otherwise."""
    marked = MARKED.findall(templatize(source, origin=name))
    refuse(name, [text for called, text, _ in marked if called in CONTEXTS])
    return ["\0".join(ast.literal_eval(each) for each in texts if each) for _, *texts in marked]


def in_code(source: str, name: str) -> list[str]:
    """The strings of a module, in its order. Stops at a context and at what is no plain string."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)]
    named = [(node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node.args) for node in calls]
    marked = [args[: ARGUMENTS[called]] for called, args in named if called in ARGUMENTS]
    refuse(name, [ast.unparse(args[0]) for called, args in named if called in CONTEXTS])
    refuse(name, [ast.unparse(each) for args in marked for each in args if not (isinstance(each, ast.Constant) and isinstance(each.value, str))])
    return ["\0".join(each.value for each in args if isinstance(each, ast.Constant)) for args in marked]


def unmarked(source: str) -> list[str]:
    """The lines of a template with Chinese that is neither marked for translation nor said to be Chinese by `lang="zh…"`."""
    return [line.strip() for line in MEANT.sub("", source).splitlines() if HAN.search(line) and 'lang="zh' not in line]


def refuse(name: str, texts: list[str]) -> None:
    if texts:
        sys.exit(f"{name}: a context or no plain string, which is not translated here: {', '.join(texts)}")


def read(text: str) -> dict[str, str]:
    """A catalogue's strings and their English; the header is left out. The forms of a plural have a zero between them."""
    found = {}
    for entry in re.split(r"\n\s*\n", text):
        parts = {"msgid": "", "msgstr": ""}
        for called, lines in re.findall(r'^(msgid|msgstr)(?:_plural|\[\d\])?((?:\s+"(?:[^"\\]|\\.)*")+)', entry, re.MULTILINE):
            said = "".join(ast.literal_eval(each) for each in re.findall(QUOTED, lines))
            parts[called] += f"\0{said}" if parts[called] else said
        found[parts["msgid"]] = parts["msgstr"]
    return {text: english for text, english in found.items() if text}


def written(english: dict[str, str], files: dict[str, set[str]]) -> str:
    """The catalogue as text: after the header each string with its files, by file and then in order."""
    entries = [f"#: {' '.join(sorted(files[text]))}\n{entry(text, said)}" for text, said in english.items()]
    return "\n".join([f'{COMMENT}msgid ""\nmsgstr {quoted(HEADER)}\n', *entries])


def entry(text: str, english: str) -> str:
    """One string and its English as the catalogue writes them."""
    one, _, many = text.partition("\0")
    if not many:
        return f"msgid {quoted(one)}\nmsgstr {quoted(english)}\n"
    first, _, others = english.partition("\0")
    return f"msgid {quoted(one)}\nmsgid_plural {quoted(many)}\nmsgstr[0] {quoted(first)}\nmsgstr[1] {quoted(others)}\n"


def compiled(english: dict[str, str]) -> bytes:
    """The catalogue as gettext reads it: two tables of lengths and offsets, then the strings; what has no English is left out."""
    pairs = sorted((key.encode(), value.encode()) for key, value in {"": HEADER, **english}.items() if value)
    start, texts, tables = 28 + 16 * len(pairs), b"", [b"", b""]
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    return struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables[0] + tables[1] + texts


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def faults() -> list[str]:
    """What keeps the English page from being whole."""
    known, needed = read(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.exists() else {}, wanted()
    found = [f"no English: {text!r} ({', '.join(sorted(files))})" for text, files in needed.items() if not known.get(text)]
    found += [f"left over: {text!r}" for text in known if text not in needed]
    found += [f"other places than the Chinese: {text!r}" for text, english in known.items() if english and places(text) != places(english)]
    found += [f"{page.name}: not marked for translation: {line}" for page in sorted(FRONTDESK.rglob("*.html")) for line in unmarked(page.read_text("utf-8"))]
    stale = not COMPILED.exists() or COMPILED.read_bytes() != compiled(known)
    return found + (["django.mo is not compiled from django.po: run python tools/build_english.py"] if stale else [])


def places(text: str) -> set[str]:
    """The places for values, such as %(count)s or {name}."""
    return set(re.findall(r"%\(\w+\)[sd]|{\w*}", text))


def rebuild() -> None:
    known, needed = read(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.exists() else {}, wanted()
    english = {text: known.get(text, "") for text in needed}
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(written(english, needed), encoding="utf-8")
    COMPILED.write_bytes(compiled(english))


if __name__ == "__main__":
    for app in [each for each in sys.argv[1:] if not each.startswith("-")]:
        FRONTDESK = FRONTDESK.with_name(app)
        CATALOGUE = FRONTDESK / "locale" / "en" / "LC_MESSAGES" / "django.po"
        COMPILED = CATALOGUE.with_suffix(".mo")
    if "--check" not in sys.argv:
        rebuild()
    sys.exit("\n".join(faults()) or 0)
