"""A card shows the zone's authority and promise in the place of its own, and only there."""

import pytest
from django.core.cache import caches
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter, matters
from gaoxing.office.zone.profile import LARGEST_MEGABYTES, Profile, read, shipped
from gaoxing.office.zone.queries import CACHE, LOCAL
from gaoxing.office.zone.templatetags.zoned import authority, time_limit

BLANKS = ["name", "authority", "authority_english", "region", "units", "towns", "roads", "attachment_megabytes", "quiet_from", "quiet_until"]


@pytest.fixture
def holds(profile):
    """Puts a profile in force without a database."""
    return lambda **changed: caches[LOCAL].set(CACHE, profile(**changed))


def test_the_shipped_profile_leaves_every_card_as_it_is(holds):
    holds()
    assert [authority(each) for each in matters()] == [each.authority for each in matters()]
    assert [time_limit(each) for each in matters()] == [each.time_limit for each in matters()]


def test_the_zones_authority_takes_the_place_of_the_shipped_one_alone(holds):
    holds(authority="某市行政审批局")
    for each in matters():
        own = each.authority == shipped().authority
        assert authority(each) == ("某市行政审批局" if own else each.authority)


def test_on_an_english_page_it_is_named_in_english(holds):
    holds(authority="某市行政审批局", authority_english="Some Bureau")
    with override("en"):
        assert authority(matter("company_registration")) == "Some Bureau"


def test_a_promise_stands_for_its_matter_alone(holds):
    holds(promised={"deregistration": "一天办好"})
    assert time_limit(matter("deregistration")) == "一天办好"
    assert time_limit(matter("company_registration")) == matter("company_registration").time_limit


def test_a_template_shows_them_escaped(holds):
    holds(promised={"deregistration": "<b>一天</b>"})
    shown = Template("{% load zoned %}{{ each|time_limit }}").render(Context({"each": matter("deregistration")}))
    assert shown == "&lt;b&gt;一天&lt;/b&gt;"


@given(blank=st.sampled_from(BLANKS), text=st.text(max_size=60))
def test_anything_in_any_blank_is_a_profile_or_a_sentence(blank, text):
    found, wrong = read({**shipped().to_json(), blank: text})
    assert (found is None) is bool(wrong)
    assert all(sentence.endswith("。") for sentence in wrong.values())
    assert found is None or 1 <= found.attachment_megabytes <= LARGEST_MEGABYTES


@given(
    st.dictionaries(
        st.sampled_from([*BLANKS, "promised", "other"]), st.none() | st.text(max_size=5) | st.integers() | st.lists(st.integers(), max_size=2), max_size=5
    )
)
def test_any_json_is_read_without_an_accident(values):
    found, wrong = read(values)
    assert isinstance(found, Profile) or wrong
