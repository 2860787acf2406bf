"""Sealing (加密存放) of what applicants say: SM4-GCM (GB/T 32907—2016, GB/T 36624—2018) through `cryptography`.

A blob says which key sealed it, so that keys can be exchanged; the place it belongs to is sealed along with it, so that a blob copied into another
record or column does not open.

>>> sealer = Sealer((bytes(16),))
>>> sealer.unseal(sealer.seal("注册资本一百万".encode(), place="case 1 words"), place="case 1 words").decode()
'注册资本一百万'
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gaoxing.engines.fault import Fault

KEY_BYTES = 16
"""SM4 keys are of 128 bits."""

KEY_FILE = "sealing.key"

_VERSION = b"\x01"
_KEY_ID_BYTES = 8
_NONCE_BYTES = 12
_TAG_BYTES = 16
_HEAD = len(_VERSION) + _KEY_ID_BYTES + _NONCE_BYTES
_KEYS_REMEMBERED = 8
_BROKEN = "存放的内容不完整，无法打开。请从备份恢复。"


@dataclass(frozen=True, repr=False)
class Sealer:
    """Seals with the first key and opens with any: put a new key in front and the old blobs still open."""

    keys: tuple[bytes, ...]

    def __post_init__(self) -> None:
        """Refuse to exist without a key, or with one of another length."""
        if not self.keys or any(len(key) != KEY_BYTES for key in self.keys):
            raise Fault(f"密钥须为 {KEY_BYTES * 2} 位十六进制数。请检查 GAOXING_KEY 或数据目录中的 {KEY_FILE}。", permanent=True)

    def seal(self, plain: bytes, *, place: str) -> bytes:
        """A blob: version, key id, nonce, cipher text, tag. `place` (record and column) must be the same when it is opened."""
        key, nonce = self.keys[0], secrets.token_bytes(_NONCE_BYTES)
        head = _VERSION + key_id(key) + nonce
        cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
        cipher.authenticate_additional_data(head + place.encode())
        return head + cipher.update(plain) + cipher.finalize() + cipher.tag

    def unseal(self, blob: bytes, *, place: str) -> bytes:
        """What was sealed. Raises a permanent Fault where the key is another one, or the blob was altered or moved."""
        key = self._key(sealing_key_of(blob))
        head, body, tag = blob[:_HEAD], blob[_HEAD:-_TAG_BYTES], blob[-_TAG_BYTES:]
        cipher = Cipher(algorithms.SM4(key), modes.GCM(head[-_NONCE_BYTES:], tag)).decryptor()
        cipher.authenticate_additional_data(head + place.encode())
        try:
            return cipher.update(body) + cipher.finalize()
        except InvalidTag:
            raise Fault("存放的内容被改动过，没有打开。请从备份恢复，并查明原因。", permanent=True) from None

    def _key(self, wanted: bytes) -> bytes:
        found = next((key for key in self.keys if key_id(key) == wanted), None)
        if found is None:
            raise Fault("存放的内容是用另一把密钥加密的。请在 GAOXING_KEY 中补上原来的密钥，放在现在的后面。", permanent=True)
        return found


def sealing_key_of(blob: bytes) -> bytes:
    """The id of the key that sealed a blob. Raises a permanent Fault where it is no blob."""
    if len(blob) < _HEAD + _TAG_BYTES or blob[:1] != _VERSION:
        raise Fault(_BROKEN, permanent=True)
    return blob[len(_VERSION) : len(_VERSION) + _KEY_ID_BYTES]


@lru_cache(maxsize=_KEYS_REMEMBERED)
def key_id(key: bytes) -> bytes:
    """Eight bytes that tell keys apart and tell nothing of the key (SM3, GB/T 32905—2016)."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(b"gaoxing key id\x00" + key)
    return digest.finalize()[:_KEY_ID_BYTES]


def sealer(given: str, folder: Path) -> Sealer:
    """The sealer of this machine. A key is never made here (`make_key`): where one was lost, another would open nothing.

    `given` holds keys in hex, the one in use first, parted by commas (GAOXING_KEY); where it is empty the keys of the file in `folder` count, the one in
    use first, parted by commas or lines. Raises a permanent Fault where there is no key, or one is no hex of 32 digits.
    """
    try:
        text = given if given.strip() else (folder / KEY_FILE).read_text(encoding="ascii")
        return Sealer(tuple(bytes.fromhex(each) for each in text.replace(",", " ").split()))
    except FileNotFoundError:
        raise Fault(f"没有找到密钥：GAOXING_KEY 没有设，数据目录里也没有 {KEY_FILE}。请把原来的密钥放回去。", permanent=True) from None
    except (OSError, ValueError):
        raise Fault(f"密钥须为 {KEY_BYTES * 2} 位十六进制数。请检查 GAOXING_KEY 或数据目录中的 {KEY_FILE}。", permanent=True) from None


def make_key(folder: Path) -> None:
    """Make the first key of a new office in its data folder, where there is none yet. Raises OSError where the folder cannot be written."""
    made_once(folder / KEY_FILE, KEY_BYTES)


def replace_keys(folder: Path, keys: Sequence[bytes]) -> None:
    """Put these keys into the key file, the one in use first: whole or not at all, readable by the owner alone. Raises OSError."""
    file = folder / KEY_FILE
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    _write_private(draft, "".join(f"{key.hex()}\n" for key in keys))
    draft.replace(file)


def made_once(file: Path, size: int) -> str:
    """The secret in a file, in hex; made of `size` random bytes, readable by the owner alone, where there is none yet.

    Several processes may ask at once: they all get the same. Raises OSError where the folder cannot be written.
    """
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        _write_private(draft, secrets.token_hex(size))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text(encoding="ascii").strip()


def _write_private(file: Path, text: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
