"""The operator's speech models (语音模型的存放): each a folder in the data folder, the hashes of its files beside them; and which ones listen.

A streaming model listens; one for whole sentences may hear each finished turn again (第二遍). `GAOXING_SPEECH_MODEL` and `GAOXING_SPEECH_SECOND` name
other folders, or installed models; `GAOXING_SPEECH_SECOND=off` is none. The hashes are written as `sha256sum -c` reads them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gaoxing.engines.data_folder import data_folder
from gaoxing.engines.speech_trial import tried
from gaoxing.speech.model import Model, Unusable, load
from gaoxing.speech.offline_model import OfflineModel, is_offline, load_any, load_offline

VARIABLE, SECOND_VARIABLE = "GAOXING_SPEECH_MODEL", "GAOXING_SPEECH_SECOND"
OFF = "off"
HASHES = "sha256.txt"
CHOSEN, SECOND = "chosen.txt", "second.txt"
"""The files that name the installed models that listen: of each sort the one installed last."""

TRIED = "tried.txt"
"""The file that remembers models elsewhere that were tried out, by the hash of their hashes."""

HOW = "请运行 gaoxing speech install 模型文件夹（或下载来的压缩包）；去哪里找见 docs/speech.md。"
NONE = f"没有装语音模型，不能听写。{HOW}打字照样能办。"
ONLY_SECOND = "只装了做第二遍的模型 {}，还缺一个边听边写的流式（streaming）模型，不能听写。{}打字照样能办。"
NOT_FIRST = "{} 是整句的模型，不能边听边写，只能做第二遍。请把 {} 写成一个流式（streaming）模型，把它写在 {} 里。"
NOT_SECOND = "{} 是流式模型，不能做第二遍。{} 请写 sense-voice 或 paraformer 的文件夹，或者写 off 不用第二遍。"


@dataclass(frozen=True)
class Standing:
    """How an installed model stands: what it is, whether it listens (`second`: to whole turns), and what is wrong with it (empty where nothing is)."""

    name: str
    unit: str = ""
    size: int = 0
    chosen: bool = False
    trouble: str = ""
    second: bool = False


def models_folder(environ: Mapping[str, str]) -> Path:
    """Where installed models lie; it need not exist yet."""
    return data_folder(environ) / "speech"


def chosen(environ: Mapping[str, str]) -> Model | None:
    """The streaming model that listens; None where there is none at all. Raises Unusable with a sentence, also where only a second one is there.

    The files of an installed one are compared with their hashes; one that lies elsewhere is tried out once, for a wrong file could end the whole process.
    """
    folder = _chosen_folder(environ)
    if folder is None:
        behind = _chosen_folder(environ, SECOND_VARIABLE, SECOND)
        if behind is not None and is_offline(behind):
            raise Unusable(ONLY_SECOND.format(behind.name, HOW))
        return None
    if is_offline(folder):
        raise Unusable(NOT_FIRST.format(folder.name, VARIABLE, SECOND_VARIABLE))
    model = load(folder)
    _trusted(model, environ)
    return model


def second(environ: Mapping[str, str]) -> OfflineModel | None:
    """The model that hears finished turns again; None where there is none. Looked at as the other is. Raises Unusable with a sentence."""
    folder = _chosen_folder(environ, SECOND_VARIABLE, SECOND)
    if folder is None:
        return None
    if not folder.is_dir():
        raise Unusable(f"没有语音模型这个文件夹：{folder}。请检查 {SECOND_VARIABLE}，或者写 off 不用第二遍。")
    if any(folder.glob("encoder*.onnx")):
        raise Unusable(NOT_SECOND.format(folder.name, SECOND_VARIABLE))
    model = load_offline(folder)
    _trusted(model, environ)
    return model


def needed(environ: Mapping[str, str]) -> Model:
    """The model that listens. Raises Unusable where there is none, too."""
    model = chosen(environ)
    if model is None:
        raise Unusable(NONE)
    return model


def installed(environ: Mapping[str, str]) -> tuple[Standing, ...]:
    """Every installed model by name, and the folders that the environment names; each file is read and its hash compared."""
    listening = [each for each in (_chosen_folder(environ), _chosen_folder(environ, SECOND_VARIABLE, SECOND)) if each is not None]
    folder = models_folder(environ)
    found = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")) if folder.is_dir() else []
    elsewhere = [each for each in listening if each not in found]
    return tuple(_standing(each, chosen=each in listening) for each in (*found, *elsewhere))


def choose(model: Model | OfflineModel) -> None:
    """Let an installed model listen from now on, each in its place."""
    place = CHOSEN if isinstance(model, Model) else SECOND
    (model.folder.parent / place).write_text(f"{model.name}\n", encoding="utf-8")


def write_hashes(model: Model | OfflineModel) -> None:
    """Write the hashes of the model's files beside them."""
    rows = (f"{digest}  {name}\n" for name, digest in model.hashes().items())
    (model.folder / HASHES).write_text("".join(rows), encoding="utf-8")


def verify(model: Model | OfflineModel) -> None:
    """Compare the files with the hashes beside them; a folder without hashes is taken as it is. Raises Unusable that names what changed."""
    written = _written_hashes(model.folder)
    if not written:
        return
    now = model.hashes()
    changed = [name for name, digest in now.items() if written.get(name) != digest]
    if changed:
        raise Unusable(f"语音模型 {model.name} 的 {'、'.join(changed)} 跟装的时候不一样了，可能坏了。请重新运行 gaoxing speech install。")


def _trusted(model: Model | OfflineModel, environ: Mapping[str, str]) -> None:
    """Compare with the hashes, or try out where there are none. Raises Unusable where it is not what it was or does not work."""
    if (model.folder / HASHES).exists():
        verify(model)
    else:
        _try_once(model, environ)


def _try_once(model: Model | OfflineModel, environ: Mapping[str, str]) -> None:
    """Try the model out, unless these very files were tried before. Raises Unusable where it does not work."""
    digest = hashlib.sha256("".join(model.hashes().values()).encode()).hexdigest()
    done = models_folder(environ) / TRIED
    with suppress(OSError, UnicodeDecodeError):
        if digest in done.read_text(encoding="utf-8").split():
            return
    tried(model.folder)
    with suppress(OSError):
        done.parent.mkdir(parents=True, exist_ok=True)
        with done.open("a", encoding="utf-8") as file:
            file.write(f"{digest}\n")


def _written_hashes(folder: Path) -> dict[str, str]:
    try:
        rows = [line.split(maxsplit=1) for line in (folder / HASHES).read_text(encoding="utf-8").splitlines() if line.strip()]
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as trouble:
        raise Unusable(f"语音模型 {folder.name} 的 {HASHES} 读不出来。请重新运行 gaoxing speech install。") from trouble
    return {row[1].lstrip("*"): row[0].lower() for row in rows if len(row) > 1}


def _chosen_folder(environ: Mapping[str, str], variable: str = VARIABLE, place: str = CHOSEN) -> Path | None:
    named = environ.get(variable, "").strip()
    folder = models_folder(environ)
    if named == OFF and variable == SECOND_VARIABLE:
        return None
    if named:
        inside = folder / named
        return inside if Path(named).name == named and inside.is_dir() else Path(named).expanduser().resolve()
    try:
        last = (folder / place).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder / last if last and Path(last).name == last else None


def _standing(folder: Path, *, chosen: bool) -> Standing:
    try:
        model = load_any(folder)
        verify(model)
    except (Unusable, OSError) as trouble:
        return Standing(folder.name, chosen=chosen, trouble=str(trouble))
    size = sum(path.stat().st_size for path in model.files)
    return Standing(model.name, str(model.unit), size, chosen, second=isinstance(model, OfflineModel))
