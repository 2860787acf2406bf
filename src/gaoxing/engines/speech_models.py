"""The operator's speech models (语音模型的存放): each a folder in the data folder, the hashes of its files beside them; and which one listens.

`GAOXING_SPEECH_MODEL` names another folder, or one of the installed models. The hashes are written as `sha256sum -c` reads them.
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

VARIABLE = "GAOXING_SPEECH_MODEL"
HASHES = "sha256.txt"
CHOSEN = "chosen.txt"
"""The file that names the installed model that listens: the one installed last."""

TRIED = "tried.txt"
"""The file that remembers models elsewhere that were tried out, by the hash of their hashes."""

HOW = "请运行 gaoxing speech install 模型文件夹（或下载来的压缩包）；去哪里找见 docs/speech.md。"
NONE = f"没有装语音模型，不能听写。{HOW}打字照样能办。"


@dataclass(frozen=True)
class Standing:
    """How an installed model stands: what it is, whether it listens, and what is wrong with it (empty where nothing is)."""

    name: str
    unit: str = ""
    size: int = 0
    chosen: bool = False
    trouble: str = ""


def models_folder(environ: Mapping[str, str]) -> Path:
    """Where installed models lie; it need not exist yet."""
    return data_folder(environ) / "speech"


def chosen(environ: Mapping[str, str]) -> Model | None:
    """The model that listens; None where there is none. Raises Unusable with a sentence.

    The files of an installed one are compared with their hashes; one that lies elsewhere is tried out once, for a wrong file could end the whole process.
    """
    folder = _chosen_folder(environ)
    if folder is None:
        return None
    model = load(folder)
    if (folder / HASHES).exists():
        verify(model)
    else:
        _try_once(model, environ)
    return model


def needed(environ: Mapping[str, str]) -> Model:
    """The model that listens. Raises Unusable where there is none, too."""
    model = chosen(environ)
    if model is None:
        raise Unusable(NONE)
    return model


def installed(environ: Mapping[str, str]) -> tuple[Standing, ...]:
    """Every installed model by name, and the folder that the environment names; each file is read and its hash compared."""
    listening = _chosen_folder(environ)
    folder = models_folder(environ)
    found = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")) if folder.is_dir() else []
    elsewhere = [listening] if listening is not None and listening not in found else []
    return tuple(_standing(each, chosen=each == listening) for each in (*found, *elsewhere))


def choose(model: Model) -> None:
    """Let an installed model listen from now on."""
    (model.folder.parent / CHOSEN).write_text(f"{model.name}\n", encoding="utf-8")


def write_hashes(model: Model) -> None:
    """Write the hashes of the model's files beside them."""
    rows = (f"{digest}  {name}\n" for name, digest in model.hashes().items())
    (model.folder / HASHES).write_text("".join(rows), encoding="utf-8")


def verify(model: Model) -> None:
    """Compare the files with the hashes beside them; a folder without hashes is taken as it is. Raises Unusable that names what changed."""
    written = _written_hashes(model.folder)
    if not written:
        return
    now = model.hashes()
    changed = [name for name, digest in now.items() if written.get(name) != digest]
    if changed:
        raise Unusable(f"语音模型 {model.name} 的 {'、'.join(changed)} 跟装的时候不一样了，可能坏了。请重新运行 gaoxing speech install。")


def _try_once(model: Model, environ: Mapping[str, str]) -> None:
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


def _chosen_folder(environ: Mapping[str, str]) -> Path | None:
    named = environ.get(VARIABLE, "").strip()
    folder = models_folder(environ)
    if named:
        inside = folder / named
        return inside if Path(named).name == named and inside.is_dir() else Path(named).expanduser().resolve()
    try:
        last = (folder / CHOSEN).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder / last if last and Path(last).name == last else None


def _standing(folder: Path, *, chosen: bool) -> Standing:
    try:
        model = load(folder)
        verify(model)
    except (Unusable, OSError) as trouble:
        return Standing(folder.name, chosen=chosen, trouble=str(trouble))
    return Standing(model.name, str(model.unit), sum(path.stat().st_size for path in model.files), chosen)
