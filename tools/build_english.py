"""Rebuild the English words of the front desk's pages (界面英文): the catalogue of strings and its compiled form.

    python tools/build_english.py           take new strings into django.po, drop those gone, compile django.mo
    python tools/build_english.py --check   change nothing; exit 1 and say what is missing, left over or not compiled

A string is the Chinese text itself, from `{% translate %}` and `{% blocktranslate %}` in the pages and from `_("…")` in the code. Then write its English
into `msgstr` and run this again. The words of a matter (labels, questions, findings) are not here but in its english.toml.
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

HEADER = "Project-Id-Version: gaoxing\nLanguage: en\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
COMMENT = "# The English of the front desk's pages. `python tools/build_english.py` takes in new strings and compiles.\n"
PLAIN = {"_", "gettext", "gettext_lazy"}
OTHERS = {"ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
MARKED = re.compile(r"""\b(_|n?p?gettext)\(\s*u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")

HAN = re.compile(r"[\u4e00-\u9fff]")
MEANT = re.compile(
    r"""{#.*?#}|{% comment.*?endcomment %}|{% blocktrans(?:late)?\b.*?endblocktrans(?:late)? %}|{% trans(?:late)? ("[^"]*"|'[^']*')|_\(("[^"]*"|'[^']*')\)""",
    re.DOTALL,
)
"""Chinese in a template that is translated, or not shown."""


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
    """The strings of a template. Stops at plurals and contexts: Chinese needs neither, so say it without."""
    marked = MARKED.findall(templatize(source, origin=name))
    refuse(name, [text for called, text in marked if called not in PLAIN])
    return [ast.literal_eval(text) for _, text in marked]


def in_code(source: str, name: str) -> list[str]:
    """The strings of a module, in its order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and node.args]
    named = [(node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node.args[0]) for node in calls]
    refuse(name, [ast.unparse(text) for called, text in named if called in OTHERS])
    refuse(name, [ast.unparse(text) for called, text in named if called in PLAIN and not (isinstance(text, ast.Constant) and isinstance(text.value, str))])
    return [text.value for called, text in named if called in PLAIN and isinstance(text, ast.Constant)]


def unmarked(source: str) -> list[str]:
    """The lines of a template with Chinese that is neither marked for translation nor said to be Chinese by `lang="zh…"`."""
    return [line.strip() for line in MEANT.sub("", source).splitlines() if HAN.search(line) and 'lang="zh' not in line]


def refuse(name: str, texts: list[str]) -> None:
    if texts:
        sys.exit(f"{name}: a plural, a context or no plain string, which is not translated here: {', '.join(texts)}")


def read(text: str) -> dict[str, str]:
    """A catalogue's strings and their English; the header is left out."""
    pairs = re.findall(r'^msgid((?:\s+"(?:[^"\\]|\\.)*")+)\s+msgstr((?:\s+"(?:[^"\\]|\\.)*")+)', text, re.MULTILINE)
    return {unquoted(key): unquoted(value) for key, value in pairs if unquoted(key)}


def written(english: dict[str, str], files: dict[str, set[str]]) -> str:
    """The catalogue as text: after the header each string with its files, by file and then in order."""
    entries = [f"#: {' '.join(sorted(files[key]))}\nmsgid {quoted(key)}\nmsgstr {quoted(value)}\n" for key, value in english.items()]
    return "\n".join([f'{COMMENT}msgid ""\nmsgstr {quoted(HEADER)}\n', *entries])


def compiled(english: dict[str, str]) -> bytes:
    """The catalogue as gettext reads it: two tables of lengths and offsets, then the strings; what has no English is left out."""
    pairs = sorted((key.encode(), value.encode()) for key, value in {"": HEADER, **english}.items() if value)
    start, texts, tables = 28 + 16 * len(pairs), b"", [b"", b""]
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    return struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables[0] + tables[1] + texts


def unquoted(lines: str) -> str:
    return "".join(ast.literal_eval(each) for each in re.findall(r'"(?:[^"\\]|\\.)*"', lines))


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


def places(text: str) -> list[str]:
    """The places for values, such as %(count)s or {name}."""
    return sorted(re.findall(r"%\(\w+\)[sd]|{\w*}", text))


def rebuild() -> None:
    known, needed = read(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.exists() else {}, wanted()
    english = {text: known.get(text, "") for text in needed}
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(written(english, needed), encoding="utf-8")
    COMPILED.write_bytes(compiled(english))


if __name__ == "__main__":
    if "--check" not in sys.argv:
        rebuild()
    sys.exit("\n".join(faults()) or 0)
