"""Sealed files (加密文件): what is too large for a row of the database, sealed in pieces of 64 KiB (SM4-GCM, GB/T 32907—2016, GB/T 36624—2018).

Every file has a key of its own, drawn from the sealing key, a random salt and the place the file belongs to (HKDF over SM3), so that a piece's nonce can be
its number. The last piece is marked: a file cut short, with pieces exchanged, or laid in another record's place does not open. The head names the sealing
key, so that keys can be exchanged (`reseal`).

>>> from io import BytesIO
>>> sealer = Sealer((bytes(16),))
>>> b"".join(opened(BytesIO(b"".join(pieces(b"%PDF-", sealer, place="attachment 1"))), sealer, place="attachment 1"))
b'%PDF-'
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import KEY_BYTES, Sealer, key_id

PIECE = 64 * 1024
"""Bytes of one piece before it is sealed."""

_MAGIC = b"GXF\x01"
_KEY_ID, _SALT, _TAG = 8, 16, 16
_HEAD = len(_MAGIC) + _KEY_ID + _SALT
_NUMBER = 11
_ALTERED = "存放的文件被改动过或者不完整，没有打开。请从备份恢复，并查明原因。"
_GONE = "存放的文件找不到了，没有打开。请从备份恢复，并查明原因。"
_OTHER_KEY = "存放的文件是用另一把密钥加密的。请在 GAOXING_KEY 中补上原来的密钥。"


def pieces(plain: bytes, sealer: Sealer, *, place: str) -> Iterator[bytes]:
    """The sealed file, head first, then piece by piece."""
    salt = secrets.token_bytes(_SALT)
    head = _MAGIC + key_id(sealer.keys[0]) + salt
    key = _drawn(sealer.keys[0], salt, place)
    yield head
    last = max(0, len(plain) - 1) // PIECE
    for number in range(last + 1):
        cipher = Cipher(algorithms.SM4(key), modes.GCM(_nonce(number, last=number == last))).encryptor()
        cipher.authenticate_additional_data(head)
        yield cipher.update(plain[number * PIECE : (number + 1) * PIECE]) + cipher.finalize() + cipher.tag


def opened(stream: BinaryIO, sealer: Sealer, *, place: str) -> Iterator[bytes]:
    """The pieces in plain, each checked before it is given. Raises a permanent Fault where one does not open."""
    head = stream.read(_HEAD)
    if len(head) != _HEAD or not head.startswith(_MAGIC):
        raise Fault(_ALTERED, permanent=True)
    key = _drawn(_sealing_key(head, sealer), head[-_SALT:], place)
    number, sealed = 0, stream.read(PIECE + _TAG)
    while True:
        following = stream.read(PIECE + _TAG)
        yield _piece(sealed, key, head, _nonce(number, last=not following))
        if not following:
            return
        number, sealed = number + 1, following


def write(path: Path, plain: bytes, sealer: Sealer, *, place: str) -> None:
    """Seal into a file that only the owner reads; it is there whole, on the disk, or not at all. Raises a Fault where it cannot be written."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _put(draft, pieces(plain, sealer, place=place))
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise Fault("文件没有存下来：数据目录写不进去，可能是磁盘满了。请告诉管理员。", permanent=False) from None


def read(path: Path, sealer: Sealer, *, place: str) -> bytes:
    """The whole file in plain. Raises a permanent Fault where it is gone or does not open."""
    try:
        with path.open("rb") as stream:
            return b"".join(opened(stream, sealer, place=place))
    except OSError:
        raise Fault(_GONE, permanent=True) from None


def reseal(path: Path, sealer: Sealer, *, place: str) -> bool:
    """Seal with the key in use what an earlier key sealed; whether that was needed. May be broken off and run again. Raises a Fault as `read` and `write`."""
    if key_of(path) == key_id(sealer.keys[0]).hex():
        return False
    write(path, read(path, sealer, place=place), sealer, place=place)
    return True


def key_of(path: Path) -> str:
    """The id, in hex, of the key that a file is sealed under. Raises a permanent Fault where the file is gone."""
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)[len(_MAGIC) : len(_MAGIC) + _KEY_ID].hex()
    except OSError:
        raise Fault(_GONE, permanent=True) from None


def _put(path: Path, parts: Iterable[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.writelines(parts)
        stream.flush()
        os.fsync(stream.fileno())


def _piece(sealed: bytes, key: bytes, head: bytes, nonce: bytes) -> bytes:
    if len(sealed) < _TAG:
        raise Fault(_ALTERED, permanent=True)
    cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce, sealed[-_TAG:])).decryptor()
    cipher.authenticate_additional_data(head)
    try:
        return cipher.update(sealed[:-_TAG]) + cipher.finalize()
    except InvalidTag:
        raise Fault(_ALTERED, permanent=True) from None


def _sealing_key(head: bytes, sealer: Sealer) -> bytes:
    wanted = head[len(_MAGIC) : len(_MAGIC) + _KEY_ID]
    found = next((key for key in sealer.keys if key_id(key) == wanted), None)
    if found is None:
        raise Fault(_OTHER_KEY, permanent=True)
    return found


def _drawn(key: bytes, salt: bytes, place: str) -> bytes:
    return HKDF(hashes.SM3(), length=KEY_BYTES, salt=salt, info=f"gaoxing file: {place}".encode()).derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NUMBER, "big") + bytes([last])
