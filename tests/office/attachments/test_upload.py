"""Files come in through memory alone, no further than the limit; what is too big is known by its head."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from gaoxing.office.attachments import upload
from gaoxing.office.attachments.upload import InMemory, sent, too_big

POST = RequestFactory()


def posted(**fields):
    request = POST.post("/draft/attachments/add", fields)
    request.upload_handlers = [InMemory(request)]
    return request


def test_a_file_comes_as_it_was_sent():
    request = posted(photo=SimpleUploadedFile("一.jpg", b"photo"), material="身份证明")
    (only,) = sent(request, "photo", "file")
    assert (only.name, only.content, only.whole) == ("一.jpg", b"photo", True)


def test_photographs_come_before_files_and_none_is_lost():
    request = posted(file=[SimpleUploadedFile("2.pdf", b"2"), SimpleUploadedFile("3.pdf", b"3")], photo=SimpleUploadedFile("1.jpg", b"1"))
    assert [each.content for each in sent(request, "photo", "file")] == [b"1", b"2", b"3"]


def test_beyond_the_limit_nothing_is_kept_and_the_fields_behind_it_still_come(monkeypatch):
    monkeypatch.setattr(upload, "LARGEST", 70_000)
    request = posted(file=SimpleUploadedFile("large.jpg", bytes(200_000)), material="身份证明")
    (only,) = sent(request, "photo", "file")
    assert (only.content, only.whole, request.POST["material"]) == (b"", False, "身份证明")


def test_many_files_that_are_each_small_enough_fill_no_memory_either(monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_POST", 100_000)
    request = posted(file=[SimpleUploadedFile(f"{number}.jpg", bytes(60_000)) for number in range(20)], material="身份证明")
    found = sent(request, "photo", "file")
    assert [each.whole for each in found] == [True, *[False] * 19]
    assert request.POST["material"] == "身份证明"
    assert sum(len(each.content) for each in found) <= 100_000


def test_no_file_is_no_file():
    assert sent(posted(material="身份证明"), "photo", "file") == ()


@pytest.mark.parametrize(
    ("length", "big"), [("10", False), (str(upload.LARGEST_POST), False), (str(upload.LARGEST_POST + 1), True), ("", True), ("-1", True), ("1e9", True)]
)
def test_the_head_of_a_post_says_whether_it_is_too_big(length, big):
    request = POST.post("/")
    request.META["CONTENT_LENGTH"] = length
    assert too_big(request) is big


def test_the_office_takes_files_in_no_other_way(settings):
    assert settings.FILE_UPLOAD_HANDLERS == ["gaoxing.office.attachments.upload.InMemory"]
