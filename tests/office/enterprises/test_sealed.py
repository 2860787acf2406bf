"""The register is brought under a new key, records and digests."""

from gaoxing.office.enterprises.actions import record
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.enterprises.sealed import SEALED
from gaoxing.office.vault import office_sealer

FORMER, NEWER = "00" * 16, "11" * 16


def test_an_enterprise_is_found_by_its_code_without_the_former_key(db, company, now, settings):
    settings.GAOXING_KEY = FORMER
    record(company, now=now)
    settings.GAOXING_KEY = f"{NEWER},{FORMER}"
    assert [each.renew(office_sealer(), 0).renewed for each in SEALED] == [1, 1]
    assert [each.renew(office_sealer(), 0).renewed for each in SEALED] == [0, 0]
    settings.GAOXING_KEY = NEWER
    assert OfficeRegister().find(uscc=company.uscc) == (company,)


def test_what_lies_under_a_key_is_counted(db, company, now, settings):
    settings.GAOXING_KEY = FORMER
    record(company, now=now)
    assert [sum(each.counts().values()) for each in SEALED] == [1, 1]
    assert Enterprise.objects.count() == 1
