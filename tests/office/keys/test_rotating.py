"""A new key takes the old one's place: nothing is lost, nothing waits, whatever is broken off goes on."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import actions, queries, recordings, resumption
from gaoxing.office.cases.models import Case, Recording, Step
from gaoxing.office.cases.subject import subject_digests
from gaoxing.office.cases.words import Words
from gaoxing.office.keys import rotating
from gaoxing.office.keys.models import Canary
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.sealed import SealedColumn
from gaoxing.office.vault import office_sealer
from tests.office.keys.conftest import SOUND, in_use

pytestmark = pytest.mark.django_db


def under(key):
    return next((each.lies for each in rotating.listed() if each.id == key), {})


def everything_opens(statement, form):
    for case in Case.objects.all():
        assert queries.words_of(case).statement == statement
        assert queries.form_of(case) == form
        assert actions.step_words(case.steps.get()).statement == statement
        assert recordings.sound_of(case.recordings.get()) == SOUND


def test_all_that_was_sealed_is_brought_under_a_new_key(kept, now, statement, taken):
    former = in_use()
    outcome = rotating.rotate(now=now)
    assert outcome.key == in_use() != former
    assert (outcome.renewed, outcome.broken, outcome.waiting) == (15, (), {"cases.case.resume": 1})
    assert under(former) == {"cases.case.resume": 1}
    everything_opens(statement, taken.form)


def test_what_was_sealed_opens_without_the_former_key(kept, own_file, now, statement, taken):
    rotating.rotate(now=now)
    own_file.write_text(own_file.read_text().splitlines()[0])
    everything_opens(statement, taken.form)


def test_the_same_subject_is_found_after_the_exchange(kept, now, taken):
    rotating.rotate(now=now)
    newest = subject_digests(taken.form)[0]
    assert set(Case.objects.values_list("subject", flat=True)) == {newest}


def test_a_code_opens_its_draft_after_the_exchange(kept, now):
    cases, code = kept
    rotating.rotate(now=now)
    assert resumption.find(code, now=now).case == cases[0]


def test_codes_can_be_given_up_with_their_key(kept, now):
    former = in_use()
    outcome = rotating.rotate(now=now, forget=True)
    assert outcome.waiting == {}
    assert under(former) == {}
    assert resumption.find(kept[1], now=now) == resumption.Found()


def test_an_exchange_that_is_broken_off_goes_on_with_the_same_key(kept, now, monkeypatch, statement, taken):
    def killed(self, sealer, number):
        if self.column == "sound":
            raise KeyboardInterrupt
        return renew(self, sealer, number)

    renew = SealedColumn._renew_one
    with monkeypatch.context() as patch:
        patch.setattr(SealedColumn, "_renew_one", killed)
        with pytest.raises(KeyboardInterrupt):
            rotating.rotate(now=now)
    begun = in_use()
    everything_opens(statement, taken.form)
    outcome = rotating.rotate(now=now)
    assert (outcome.key, outcome.renewed) == (begun, 6)
    everything_opens(statement, taken.form)


def test_a_second_exchange_makes_another_key(kept, now):
    first = rotating.rotate(now=now).key
    assert rotating.rotate(now=now).key != first
    assert len(office_sealer().keys) == 3


def test_what_is_sealed_meanwhile_is_left_to_whoever_sealed_it(kept, now, monkeypatch):
    case = kept[0][0]

    def meanwhile(self, sealer, number):
        if self.column == "words" and self.model == "cases.Case" and number == case.pk:
            row = Case.objects.get(pk=number)
            place = self.place(row)
            blob = bytes(row.words)
            Case.objects.filter(pk=number).update(words=sealer.seal(Words().state("刚说的").to_bytes(), place=place))
            assert Case.objects.filter(pk=number, words=blob).update(words=b"lost") == 0
        return renew(self, sealer, number)

    renew = SealedColumn._renew_one
    monkeypatch.setattr(SealedColumn, "_renew_one", meanwhile)
    rotating.rotate(now=now)
    assert queries.words_of(Case.objects.get(pk=case.pk)).statement == "刚说的"


def test_a_blob_that_does_not_open_stays_and_is_told(kept, now):
    step = Step.objects.first()
    blob = bytearray(step.words)
    blob[-1] ^= 1
    Step.objects.filter(pk=step.pk).update(words=bytes(blob))
    outcome = rotating.rotate(now=now)
    assert outcome.broken == (("cases.step.words", step.pk),)
    assert bytes(Step.objects.get(pk=step.pk).words) == bytes(blob)


def test_a_new_key_can_be_wanted_though_something_does_not_open(kept, now):
    Recording.objects.update(sound=bytes(Recording.objects.first().sound)[:-1] + b"\x00")
    first = rotating.rotate(now=now)
    assert len(first.broken) == 3
    assert rotating.rotate(now=now).key == first.key
    assert rotating.rotate(now=now, another=True).key != first.key


def test_large_things_are_renewed_a_few_at_a_time(kept, now, monkeypatch):
    monkeypatch.setattr("gaoxing.office.sealed.BYTES_AT_ONCE", 1)
    told = []
    assert rotating.rotate(now=now, told=lambda done, whole: told.append((done, whole))).renewed == 15
    assert {(1, 15), (2, 15)} <= set(told)
    assert max(told) == (15, 15)


def test_the_exchange_is_told_to_the_audit(kept, now):
    before = Entry.objects.count()
    rotating.rotate(now=now)
    acts = Entry.objects.filter(number__gt=before).values_list("act", "role")
    assert list(acts) == [("keys.rotation_begun", "operator"), ("keys.rotated", "operator")]


def test_keys_from_the_setting_are_exchanged_where_a_new_one_is_in_front(kept, own_file, settings, now, statement, taken):
    settings.GAOXING_KEY = f"{'ab' * 16},{own_file.read_text()}"
    own_file.unlink()
    assert rotating.rotate(now=now).renewed == 15
    everything_opens(statement, taken.form)
    with pytest.raises(NotAllowed, match="最前面"):
        rotating.rotate(now=now)


def test_a_former_key_is_dropped_only_when_nothing_needs_it(kept, now, statement, taken):
    former = in_use()
    rotating.rotate(now=now)
    with pytest.raises(NotAllowed, match="1 处用着"):
        rotating.drop(former, now=now)
    rotating.rotate(now=now, forget=True, another=True)
    rotating.drop(former, now=now)
    assert former not in [each.id for each in rotating.listed()]
    everything_opens(statement, taken.form)


def test_the_key_in_use_is_never_dropped(own_file, now):
    with pytest.raises(NotAllowed, match="还有 0 处"):
        rotating.drop(in_use(), now=now)
    with pytest.raises(NotAllowed, match="没有编号"):
        rotating.drop("00" * 8, now=now)


def test_a_key_in_the_setting_is_dropped_there(own_file, settings, now):
    settings.GAOXING_KEY = f"{'ab' * 16},{'cd' * 16}"
    Canary.objects.all().delete()
    with pytest.raises(NotAllowed, match="GAOXING_KEY"):
        rotating.drop(rotating.listed()[1].id, now=now)


def test_no_key_is_shown(kept, own_file):
    assert own_file.read_text().strip() not in repr(rotating.listed())


def test_with_a_key_missing_nothing_is_exchanged(kept, settings, now):
    settings.GAOXING_KEY = "ab" * 16
    with pytest.raises(Fault, match="原来的密钥"):
        rotating.rotate(now=now)
