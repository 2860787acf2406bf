"""NUL, which no database can store: left out of a query and of blanks, no name of anything in an address."""

from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from gaoxing.office.attachments.upload import InMemory
from gaoxing.office.frontdesk.storable import Storable

TYPED = "application/x-www-form-urlencoded"


def passed(request):
    Storable(lambda _request: HttpResponse()).process_view(request, None, (), {})
    return request


@pytest.mark.parametrize(("address", "asked"), [("/?words=a%00b", {"words": ["ab"]}), ("/?%00a=1", {"a": ["1"]}), ("/?a=1&a=%00", {"a": ["1", ""]})])
def test_a_query_goes_on_without_it(address, asked):
    assert dict(passed(RequestFactory().get(address)).GET.lists()) == asked


@pytest.mark.parametrize(("blanks", "typed"), [({"words": "开店\x00"}, {"words": ["开店"]}), ({"words": ["开店", "\x00"]}, {"words": ["开店", ""]})])
def test_blanks_go_on_without_it(blanks, typed):
    request = passed(RequestFactory().post("/sign-in", urlencode(blanks, doseq=True), content_type=TYPED))
    assert dict(request.POST.lists()) == typed


def test_blanks_beside_a_file_go_on_without_it_and_the_file_stays_as_it_is():
    sent = SimpleUploadedFile("合\x00同.pdf", b"%PDF\x00", "application/pdf")
    request = passed(RequestFactory().post("/x", {"no\x00te": "请看\x00附件", "file": sent}))
    assert dict(request.POST.lists()) == {"note": ["请看附件"]}
    assert (request.FILES["file"].name, request.FILES["file"].read()) == ("合同.pdf", b"%PDF\x00")


def test_a_post_with_files_is_not_read_before_its_page_reads_it():
    request = passed(RequestFactory().post("/x", {"note": "\x00"}))
    request.upload_handlers = [InMemory(request)]
    assert request.POST["note"] == ""


def test_nothing_is_called_by_it():
    with pytest.raises(Http404):
        passed(RequestFactory().get("/cases/%00"))


def test_an_address_without_it_stays_as_it_is():
    request = RequestFactory().get("/?words=%E5%BC%80%E5%BA%97")
    asked = request.GET
    assert passed(request).GET is asked


@pytest.mark.django_db
def test_a_page_is_not_found_by_it(client):
    assert client.get("/cases/%00").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.django_db
def test_the_api_answers_in_its_own_way(client):
    answer = client.get("/api/v1/cases?cursor=%00")
    assert HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
