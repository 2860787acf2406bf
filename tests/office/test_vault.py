"""The office's vault: digests that tell their key, and a key file that is followed while the office is open."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import key_id, make_key
from gaoxing.office.vault import DIGEST, digest, digests, office_sealer

ONE, OTHER = "0a" * 16, "0b" * 16


@pytest.fixture
def folder(settings, tmp_path):
    settings.GAOXING_KEY, settings.DATA = "", tmp_path
    return tmp_path


def test_a_digest_ends_in_the_id_of_its_key(settings):
    settings.GAOXING_KEY = f"{ONE},{OTHER}"
    found = digest("13812345678", purpose="mobile")
    assert len(found) == DIGEST
    assert found.endswith(f".{key_id(bytes.fromhex(ONE)).hex()}")
    assert "138" not in found.partition(".")[0][:3]


def test_digests_under_former_keys_are_looked_for_too(settings):
    settings.GAOXING_KEY = OTHER
    former = digest("甲", purpose="name")
    settings.GAOXING_KEY = f"{ONE},{OTHER}"
    assert former in digests("甲", purpose="name")
    assert digests("甲", purpose="name")[0] == digest("甲", purpose="name") != former


def test_digests_from_before_a_key_told_its_id_are_looked_for_too(settings):
    settings.GAOXING_KEY = ONE
    assert digest("甲", purpose="name").partition(".")[0] in digests("甲", purpose="name")


@pytest.mark.parametrize(("text", "purpose"), [("甲", "mobile"), ("乙", "name")])
def test_another_text_or_purpose_has_another_digest(text, purpose):
    assert digest(text, purpose=purpose) != digest("甲", purpose="name")


def test_the_key_file_is_followed(folder):
    (folder / "sealing.key").write_text(ONE)
    sealed = office_sealer().seal(b"words", place="p")
    (folder / "sealing.key").write_text(f"{OTHER}\n{ONE}\n")
    assert office_sealer().keys == (bytes.fromhex(OTHER), bytes.fromhex(ONE))
    assert office_sealer().unseal(sealed, place="p") == b"words"


def test_without_a_key_nothing_is_sealed_and_none_is_made(folder):
    with pytest.raises(Fault, match="没有找到密钥"):
        office_sealer()
    assert list(folder.iterdir()) == []
    make_key(folder)
    assert office_sealer().keys
