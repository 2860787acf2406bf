"""The cast of the certificates: an enterprise as it is registered, a cause to issue by, a range of codes. Names and numbers are invented."""

import pytest

from gaoxing.forms.register import Holding, Registered
from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates import issuing, ranges
from gaoxing.office.certificates.issuing import Cause

CODE, REGION = "91320583MA0000007R", "320583"
ADMINISTRATOR, EXAMINER = Actor(7, "system_administrator"), Actor(8, "examiner")


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def company(now):
    """A registered company."""
    return Registered(
        CODE,
        "昆山样例五金有限公司",
        "limited_liability",
        domicile="昆山市玉山镇前进西路188号",
        legal_representative="丁大宝",
        capital={"amount": "1000000", "currency": "CNY"},
        company_type="有限责任公司（自然人投资或控股）",
        scope=("五金产品零售", "食品销售"),
        shareholders=(Holding("丁大宝", "1000000"),),
        established=now.date(),
    )


@pytest.fixture
def shop(now):
    """A registered sole trader."""
    told = {"domicile": "昆山市玉山镇前进西路200号", "legal_representative": "丁大宝", "scope": ("餐饮服务",), "established": now.date()}
    return Registered("92320583MA0000007N", "昆山市玉山镇样例面馆", "sole_trader", **told)


@pytest.fixture
def cause(now):
    return Cause(1, "320583-2026-000001", EXAMINER, now)


@pytest.fixture
def licence(db, company, cause):
    """The company's licence, issued just now."""
    return issuing.issue_licence(company, cause)


@pytest.fixture
def add_range(db, now):
    """Enters a range of codes."""

    def added(first="MA000000", last="MA00000Y", region=REGION):
        return ranges.add(first, last, region, actor=ADMINISTRATOR, now=now)

    return added
