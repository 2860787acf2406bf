"""What attachments are made of: a case's number, somebody who sends, a data folder of the test's own."""

from types import SimpleNamespace

import pytest

from gaoxing.office.attachments import actions
from gaoxing.office.attachments.actions import Sent
from gaoxing.office.audit.entry import APPLICANT
from tests.engines.photographs import page, pdf, photo

CASE = 7
PHOTO = photo(image=page(700, 900, lines=8))
PDF = pdf(2)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where this test's attachments lie."""
    settings.DATA, settings.SCANNER = tmp_path, "rehearsal"
    return tmp_path / "attachments"


@pytest.fixture
def receive(db, now):
    """Takes a file in; what is not told is a sound photograph of an identity card."""

    def received(content=PHOTO, *, case=CASE, name="身份证.jpg", material="身份证明", whole=True, at=now):
        return actions.receive(case, Sent(name, content, whole), material=material, actor=APPLICANT, now=at)

    return received


@pytest.fixture
def files(folder):
    """The names of all that lies in the folder."""
    return SimpleNamespace(all=lambda: sorted(each.name for each in folder.glob("*/*")), folder=folder)
