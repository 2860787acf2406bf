"""A model taken in (装模型): from a folder or a downloaded archive into the data folder, tried out first, its hashes written beside it.

Of an archive only what a model needs is unpacked, each file written by us under its bare name: no path in it can lead outside.
"""

from __future__ import annotations

import lzma
import re
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from gaoxing.engines.speech_models import choose, models_folder, write_hashes
from gaoxing.engines.speech_trial import tried
from gaoxing.speech.model import LARGEST, Model, Unusable
from gaoxing.speech.offline_model import OfflineModel, load_any

WANTED = re.compile(r"tokens\.txt|(encoder|decoder|joiner|model)[\w.+-]*\.onnx|(README|LICEN[CS]E|COPYING|NOTICE)[\w.-]*", re.ASCII)
"""Files that are taken; of each model's parts only those that are used stay."""

PARTS = re.compile(r"tokens\.txt|.*\.onnx")
ENDINGS = re.compile(r"\.(tar(\.(gz|bz2|xz))?|tgz|tbz2?|txz|zip)$", re.IGNORECASE)
MOST_ENTRIES = 10_000
AT_ONCE = 4_000_000
UNPACKING = (tarfile.TarError, zipfile.BadZipFile, EOFError, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError)
"""What the libraries raise for an archive that is cut short, damaged, sealed with a password (RuntimeError) or packed in a way they do not know."""

NO_MODEL = (
    "「{}」里没有语音模型：要有 tokens.txt 和 encoder、decoder、joiner 三个 onnx 文件；做第二遍的，要有 tokens.txt 和一个 model.onnx。"
    "能用的模型见 docs/speech.md。"
)
BROKEN = "「{}」解不开：没有下载完整，或者不是 tar.bz2、tar.gz、zip。请重新下载，或者自己解开后写文件夹的名字。"


@dataclass(frozen=True)
class Entry:
    """A file to be taken: the folder it lies in (a path inside the source), its bare name, and how to open it."""

    within: str
    name: str
    opened: Callable[[], IO[bytes] | None]


@dataclass(frozen=True)
class Taken:
    """A model that was taken in, and the seconds that a second of sound takes."""

    model: Model | OfflineModel
    speed: float


def install(source: Path, environ: Mapping[str, str], *, told: Callable[[str], None] = lambda _: None) -> Taken:
    """Take a model in and let it listen from now on; `told` hears what is being done.

    Raises Unusable with a sentence where it is none or does not work, OSError where files cannot be read or written; then nothing has changed.
    """
    if not source.exists():
        raise Unusable(f"没有「{source.name}」这个文件或文件夹。请检查路径。")
    folder = models_folder(environ)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as staged:
        with _entries(source) as entries:
            found = _gathered(entries, Path(staged), told)
        model = _whole(found, Path(staged), ENDINGS.sub("", source.resolve().name), source.name)
        told(f"试听 {model.name}")
        speed = tried(model.folder)
        write_hashes(model)
        model = load_any(_moved(model.folder, folder / model.name, Path(staged) / "replaced"))
    choose(model)
    return Taken(model, speed)


@contextmanager
def _entries(source: Path) -> Iterator[Iterator[Entry]]:
    """What may be taken from a folder or an archive. Raises Unusable where the archive is broken."""
    if source.is_dir():
        yield _in_folder(source)
        return
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                yield _in_zip(archive)
        else:
            with tarfile.open(source, "r:*") as archive:
                yield _in_tar(archive)
    except UNPACKING as trouble:
        raise Unusable(BROKEN.format(source.name)) from trouble
    except OSError as trouble:
        if trouble.errno is not None:
            raise
        raise Unusable(BROKEN.format(source.name)) from trouble


def _in_folder(source: Path) -> Iterator[Entry]:
    """The folder's own files and those of the folders in it."""
    for path in sorted((*source.glob("*"), *source.glob("*/*"))):
        if path.is_file():
            yield Entry(path.parent.relative_to(source).as_posix(), path.name, lambda path=path: path.open("rb"))  # type: ignore[misc]


def _in_zip(archive: zipfile.ZipFile) -> Iterator[Entry]:
    for each in archive.infolist():
        if not each.is_dir():
            yield _entry(each.filename, lambda each=each: archive.open(each))  # type: ignore[misc]


def _in_tar(archive: tarfile.TarFile) -> Iterator[Entry]:
    for each in archive:
        if each.isfile():
            yield _entry(each.name, lambda each=each: archive.extractfile(each))  # type: ignore[misc]


def _entry(path: str, opened: Callable[[], Any]) -> Entry:
    pure = PurePosixPath(path.replace("\\", "/"))
    return Entry(pure.parent.as_posix(), pure.name, opened)


def _gathered(entries: Iterable[Entry], staged: Path, told: Callable[[str], None]) -> dict[str, Path]:
    """The wanted files, those of each folder in a numbered one. Raises Unusable where there are too many or they are too large."""
    found: dict[str, Path] = {}
    left = 2 * LARGEST
    for count, entry in enumerate(entries):
        if count > MOST_ENTRIES:
            raise Unusable(f"里面的文件超过 {MOST_ENTRIES} 个，不像一个语音模型。请只装一个模型的文件夹。")
        if WANTED.fullmatch(entry.name) is None:
            continue
        told(f"取 {entry.name}")
        place = found.setdefault(entry.within, staged / "from" / f"{len(found)}")
        place.mkdir(parents=True, exist_ok=True)
        left -= _written(entry, place / entry.name, left)
    return found


def _written(entry: Entry, path: Path, most: int) -> int:
    """Bytes written. Raises Unusable where they are more than may come."""
    size = 0
    opened = entry.opened()
    if opened is None:
        return 0
    with opened as source, path.open("wb") as file:
        while piece := source.read(AT_ONCE):
            size += len(piece)
            if size > most:
                raise Unusable("里面的文件太大，不像一个语音模型。请只装一个模型的文件夹。")
            file.write(piece)
    return size


def _whole(found: Mapping[str, Path], staged: Path, otherwise: str, source: str) -> Model | OfflineModel:
    """The one model among the folders, the outermost, under its own name and with nothing besides. Raises Unusable where there is none or more than one."""
    all_rich = {within: place for within, place in found.items() if (place / "tokens.txt").exists()}
    outermost = min((len(PurePosixPath(within).parts) for within in all_rich), default=0)
    rich = {within: place for within, place in all_rich.items() if len(PurePosixPath(within).parts) == outermost}
    if len(rich) > 1:
        names = "、".join(sorted(PurePosixPath(within).name or otherwise for within in rich))
        raise Unusable(f"「{source}」里有好几个模型（{names}）。请一次装一个，写那个模型的文件夹。")
    if not rich:
        raise Unusable(NO_MODEL.format(source))
    ((within, place),) = rich.items()
    (staged / "whole").mkdir()
    named = place.rename(staged / "whole" / _name(PurePosixPath(within).name or otherwise))
    model = load_any(named)
    for path in named.iterdir():
        if PARTS.fullmatch(path.name) and path not in model.files:
            path.unlink()
    return model


def _name(told: str) -> str:
    """A folder's name that is harmless on any system."""
    return re.sub(r"[^\w.+-]+", "-", told).strip(".-")[:120] or "model"


def _moved(new: Path, place: Path, aside: Path) -> Path:
    """Put the model in its place; one of that name that is there is set aside and goes away afterwards."""
    if place.exists():
        place.rename(aside)
    try:
        return new.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise
