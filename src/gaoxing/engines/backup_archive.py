"""A backup's file (备份文件): a plain tar of the copied database, the files and a manifest, each member with its SHA-256 digest.

It is written beside its name and takes the name when it lies whole on the disk: a kill or a full disk leaves nothing that looks like a backup. The digests
stand in the archive as `sha256sum` writes them, so that whoever unpacks it by hand can check them too.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from gaoxing.engines.fault import Fault

DIGESTS, MANIFEST, SIGNATURE = "digests.txt", "manifest.json", "signature.txt"
"""The last three members, in this order."""

_PIECE = 1024 * 1024
_LARGEST_TOLD = 64 * 1024 * 1024
_DAMAGED = "备份文件坏了（{}），没有恢复。请换一份备份，或从另存的地方再拷一次这个文件。"


class Writing:
    """An archive while it is written."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        """Begin with no member."""
        self._tar = tar
        self._digests: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """What was added, in its order."""
        return tuple(self._digests)

    def holds(self, name: str) -> bool:
        """Whether a member of this name was added."""
        return name in self._digests

    def add(self, name: str, path: Path) -> bool:
        """Add a file; False where it is gone. Raises OSError where it cannot be read or the archive cannot be written."""
        try:
            stream = path.open("rb")
        except FileNotFoundError:
            return False
        with stream:
            self._put(name, stream, os.fstat(stream.fileno()).st_size)
        return True

    def add_bytes(self, name: str, content: bytes) -> None:
        """Add a member that lies in memory."""
        self._put(name, io.BytesIO(content), len(content))

    def close(self, manifest: Mapping[str, Any], sign: Any) -> bytes:
        """Add the digests, the manifest that names theirs, and its signature (`sign` of its bytes); the manifest's bytes."""
        digests = "".join(f"{digest}  {name}\n" for name, digest in self._digests.items()).encode()
        self.add_bytes(DIGESTS, digests)
        told = json.dumps({**manifest, "digests": hashlib.sha256(digests).hexdigest()}, ensure_ascii=False, indent=1).encode()
        self.add_bytes(MANIFEST, told)
        self.add_bytes(SIGNATURE, sign(told).encode())
        return told

    def _put(self, name: str, stream: BinaryIO, size: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        reading = _Digesting(stream)
        self._tar.addfile(info, reading)
        self._digests[name] = reading.digest.hexdigest()


class _Digesting(io.RawIOBase):
    """Reads and digests what it reads."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self.digest.update(found)
        return found


@contextmanager
def writing(target: Path) -> Iterator[Writing]:
    """An archive that is at `target`, readable by the owner alone, when the block ends well, and nowhere when it does not. Raises OSError."""
    draft = target.with_name(f"{target.name}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writing(tar)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def told_by(archive: Path) -> tuple[dict[str, Any], bytes, str]:
    """The manifest, its bytes and its signature. Raises a Fault where the file is none of ours or damaged, OSError where it cannot be read."""
    with _opened(archive) as tar:
        manifest, signature = (_small(tar, name) for name in (MANIFEST, SIGNATURE))
        try:
            told = json.loads(manifest)
        except ValueError:
            raise _damaged("清单读不出来") from None
    if not isinstance(told, dict):
        raise _damaged("清单读不出来")
    return told, manifest, signature.decode("ascii", "replace").strip()


def unpack(archive: Path, into: Path, *, digests: str) -> int:
    """Lay every member into a folder and check its digest; how many. `digests` is the digest, from the manifest, of the list of digests.

    Raises a Fault that names the first member that is not as it was written, OSError where nothing can be read or written.
    """
    with _opened(archive) as tar:
        listed = _small(tar, DIGESTS)
        if hashlib.sha256(listed).hexdigest() != digests:
            raise _damaged("摘要表与清单不符")
        expected = {name: digest for digest, _, name in (line.partition("  ") for line in listed.decode().splitlines())}
        found = 0
        for info in tar:
            if info.name in {DIGESTS, MANIFEST, SIGNATURE}:
                continue
            if not info.isreg() or not _inside(info.name) or info.name not in expected:
                raise _damaged(f"里头有不该有的 {info.name[:100]}")
            if _laid(tar, info, into / info.name) != expected[info.name]:
                raise _damaged(f"{info.name[:100]} 与备份时的摘要不符")
            found += 1
    if found != len(expected):
        raise _damaged(f"应有 {len(expected):,} 个文件，只有 {found:,} 个")
    return found


def _laid(tar: tarfile.TarFile, info: tarfile.TarInfo, path: Path) -> str:
    stream, digest = tar.extractfile(info), hashlib.sha256()
    if stream is None:
        raise _damaged(info.name[:100])
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as laid:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            laid.write(piece)
        laid.flush()
        os.fsync(laid.fileno())
    return digest.hexdigest()


def _small(tar: tarfile.TarFile, name: str) -> bytes:
    try:
        info = tar.getmember(name)
    except KeyError:
        raise _damaged(f"缺 {name}，可能没有拷完") from None
    stream = tar.extractfile(info) if info.isreg() and (name == DIGESTS or info.size <= _LARGEST_TOLD) else None
    if stream is None:
        raise _damaged(f"{name} 读不出来")
    return stream.read()


@contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(archive, mode="r:") as tar:
            yield tar
    except (tarfile.TarError, EOFError, UnicodeDecodeError, ValueError):
        raise _damaged("不是高兴办的备份，或者没有拷完") from None


def _inside(name: str) -> bool:
    """Whether a member's name stays in the folder that it is laid into."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _damaged(what: str) -> Fault:
    return Fault(_DAMAGED.format(what), permanent=True)
