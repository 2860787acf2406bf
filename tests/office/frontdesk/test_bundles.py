"""The ZIP of every matter that has papers: numbered in the order of filing, no two of one name, and each kind opens. Persons and enterprises are made up."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from gaoxing.engines.fault import Fault
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.office.frontdesk import papers
from tests.documents.companies import promoters, sole
from tests.documents.filled import company, trader
from tests.engines.ofd.reader import Ofd

ON = date(2026, 11, 25)
PASSES = {"item": "shareholders", "transferor": "甲" * 40, "transferee": "乙" * 40, "percent": "10"}


def form(matter: str, edition: str = "2026", **given: object) -> Form:
    return Form(matter, edition, {path: Answer(value, Source.TYPED) for path, value in given.items()})


FORMS = {
    "sole": sole(),
    "promoters": promoters(),
    "trader": trader(),
    "transfers": form("registration_change", enterprise="昆山某某有限公司", **{f"changes.{at}.{each}": said for at in (0, 1) for each, said in PASSES.items()}),
    "ordinary": form("deregistration", enterprise="昆山某某有限公司", procedure="ordinary", reason="股东会决议解散"),
}


def opened(given: Form, on: date = ON) -> zipfile.ZipFile:
    made = papers.bundle(given, on=on)
    assert made is not None
    return zipfile.ZipFile(io.BytesIO(made.content))


@pytest.fixture(scope="module", params=FORMS)
def bundle(request: pytest.FixtureRequest) -> zipfile.ZipFile:
    return opened(FORMS[request.param])


def test_no_two_files_have_one_name_and_each_fits_a_file_system(bundle: zipfile.ZipFile) -> None:
    names = bundle.namelist()
    assert len(set(names)) == len(names)
    assert max(len(each.encode()) for each in names) <= 255


def test_the_numbers_are_the_order_of_filing(bundle: zipfile.ZipFile) -> None:
    numbers = [int(each.split(" ")[0]) for each in bundle.namelist()]
    assert numbers == [number for number in range(1, len(numbers) // 3 + 1) for _ in range(3)]


def test_the_application_comes_first_and_the_list_last(bundle: zipfile.ZipFile) -> None:
    names = bundle.namelist()
    assert "申请书.pdf" in names[0]
    assert names[-1].endswith("申请材料清单.ofd")


def test_every_file_opens_as_what_it_says_it_is(bundle: zipfile.ZipFile) -> None:
    for name in bundle.namelist():
        content = bundle.read(name)
        if name.endswith(".pdf"):
            assert PdfReader(io.BytesIO(content)).pages
        elif name.endswith(".docx"):
            assert docx.Document(io.BytesIO(content)).element.body is not None
        else:
            assert Ofd(content).text(0)


@pytest.mark.parametrize("make", [company, trader])
def test_the_edition_of_2022_is_packed_without_the_sheet_of_2026(make) -> None:
    former = Form(make().matter, "2022", make().answers)
    assert not [each for each in opened(former, date(2026, 3, 10)).namelist() if "实名登记确认表" in each]
    assert [each for each in opened(make()).namelist() if "申请书" in each]


def test_a_letter_that_no_face_has_is_a_sentence_and_no_half_of_a_zip() -> None:
    with pytest.raises(Fault, match=r"U\+31350.*请核对这个字"):
        papers.bundle(company(name="昆山\U00031350智能有限公司"), on=ON)
