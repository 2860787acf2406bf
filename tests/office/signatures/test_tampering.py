"""Nothing is believed that somebody else wrote into a row, nor what was signed for another person, case or paper; and no clock set back helps anybody."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gaoxing.engines.fault import Fault
from gaoxing.engines.signing.provider import Receipt
from gaoxing.engines.signing.rehearsal import Rehearsal
from gaoxing.office.people.identity import Rehearsal as RealNames
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import actions, links, proving
from gaoxing.office.signatures.models import Signature, Signer
from gaoxing.office.signatures.standing import State, gone, standing
from gaoxing.office.signatures.vault import told_place
from gaoxing.office.signatures.wanted import sm3
from tests.office.signatures.conftest import APPLICANT, CLERK, NUMBER
from tests.office.signatures.test_actions import sign

pytestmark = pytest.mark.django_db
OTHER = "320583199001011224"


@pytest.fixture
def signed(proved, now):
    """Somebody who signed both papers."""
    signer, person = proved()
    sign(signer, person, now)
    return signer, person


def second(wanted, now):
    """Another who must sign the same papers, asked and proved."""
    person = wanted(name="戊小宝", number=OTHER)
    signer = links.opened(links.ask(1, person, actor=APPLICANT, now=now), now=now)
    proving.prove(signer, person, OTHER, service=RealNames(), now=now)
    return signer, person


@pytest.mark.parametrize("column", ["at", "told", "way", "by", "digest"])
def test_any_column_of_a_signature_that_was_changed_makes_it_worth_nothing(signed, now, column):
    row = Signature.objects.first()
    changed = {"at": now + timedelta(seconds=1), "told": bytes(row.told)[::-1], "way": "paper", "by": 9, "digest": sm3("another paper")}[column]
    Signature.objects.filter(pk=row.pk).update(**{column: changed})
    (found,) = standing(1, [signed[1]])
    assert len(found.missing) == 1
    assert found.state != State.SIGNED


def test_a_signature_moved_to_another_person_does_not_count_for_them(signed, wanted, now):
    signer, person = second(wanted, now)
    Signature.objects.update(signer=signer)
    assert [len(each.missing) for each in standing(1, [signed[1], person])] == [2, 2]


def test_a_receipt_copied_to_another_paper_does_not_open_there(signed):
    first, last = Signature.objects.all()
    Signature.objects.filter(pk=last.pk).update(told=first.told)
    assert len(standing(1, [signed[1]])[0].missing) == 1


def test_a_signature_of_another_case_does_not_count_in_this_one(signed):
    (found,) = standing(2, [signed[1]])
    assert (found.signer, len(found.missing)) == (None, 2)


def test_a_name_moved_to_another_signer_opens_for_nobody(signed, wanted, now):
    signer, _ = second(wanted, now)
    Signer.objects.filter(pk=signer.pk).update(who=signed[0].who)
    with pytest.raises(Fault):
        gone(1, [])


def test_every_column_of_the_row_stands_in_the_place_of_its_seal(signed):
    row = Signature.objects.first()
    place = told_place(row)
    assert all(each in place for each in (row.signer.token, row.digest, row.way, str(row.by), "2026-11-24"))


def test_one_paper_is_signed_once_by_a_person_whatever_writes_it(signed):
    row = Signature.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(signer=row.signer, digest=row.digest, way=row.way, at=row.at, told=b"")


@pytest.mark.parametrize("values", [{}, {"b" * 64: "x"}, None])
def test_a_receipt_that_leaves_a_paper_out_or_names_another_is_no_signature(proved, now, values):
    class Short(Rehearsal):
        def sign(self, asked):
            full = super().sign(asked).values
            return Receipt(self.called, "n", dict(list(full.items())[:1]) if values is None else {**full, **values} if values else {})

    signer, person = proved()
    with pytest.raises(Fault):
        sign(signer, person, now, Short())
    assert not Signature.objects.exists()
    signer.refresh_from_db()
    assert "没有签成" in signer.trouble


def test_a_receipt_of_another_provider_is_not_this_ones_to_vouch_for(signed, settings, now):
    settings.SIGNING = {"GAOXING_SIGNING_URL": "failing"}
    assert standing(1, [signed[1]])[0].state == State.SIGNED
    Signature.objects.update(at=now - timedelta(days=1))
    assert standing(1, [signed[1]])[0].state != State.SIGNED


def test_a_lock_is_not_ended_by_setting_the_clock_back_or_by_a_second_browser(asked, now):
    signer, person = asked()
    for _ in range(5):
        with pytest.raises(NotAllowed):
            proving.prove(signer, person, OTHER, service=RealNames(), now=now)
    for moment in (now - timedelta(days=3), now, now + timedelta(minutes=59)):
        signer.refresh_from_db()
        with pytest.raises(NotAllowed, match="锁住"):
            proving.prove(Signer.objects.get(pk=signer.pk), person, NUMBER, service=RealNames(), now=moment)
    proving.prove(Signer.objects.get(pk=signer.pk), person, NUMBER, service=RealNames(), now=now + timedelta(minutes=61))
    assert Signer.objects.get().proof == Signer.Proof.SERVICE


def test_wrong_tries_are_counted_over_browsers_and_forgotten_by_a_right_one(asked, now):
    signer, person = asked()
    for _ in range(4):
        with pytest.raises(NotAllowed):
            proving.prove(Signer.objects.get(pk=signer.pk), person, OTHER, service=RealNames(), now=now)
    proving.prove(Signer.objects.get(pk=signer.pk), person, NUMBER, service=RealNames(), now=now)
    assert (Signer.objects.get().tries, Signer.objects.get().locked) == (0, None)


@pytest.mark.parametrize(
    "number", ["３２０５８３１９９００１０１１２１６", "32058319900101121X", "00000000000000000", "320583199001011216; DROP", "\x00" * 18, "𝟛" * 18]
)
def test_a_nonsense_number_never_proves_anybody(asked, now, number):
    signer, person = asked()
    with pytest.raises(NotAllowed):
        proving.prove(signer, person, number, service=RealNames(), now=now)
    assert Signer.objects.get().proof == ""


class Nonsense:
    """A real-name service that says anything but yes or no."""

    def verify(self, name, number):
        raise Fault("实名核验服务的回答看不懂。", permanent=False)


def test_a_service_that_talks_nonsense_proves_nobody_and_costs_no_try(asked, now):
    signer, person = asked()
    with pytest.raises(Fault):
        proving.prove(signer, person, NUMBER, service=Nonsense(), now=now)
    found = Signer.objects.get()
    assert (found.proof, found.tries, found.trouble) == ("", 0, "实名核验服务的回答看不懂。")


def test_what_was_signed_before_a_clock_was_set_back_is_dated_no_earlier(proved, now):
    signer, person = proved()
    assert sign(signer, person, now - timedelta(days=9)) == 2
    assert {each.at for each in Signature.objects.all()} == {now}


def test_an_expired_link_signs_objects_and_proves_nothing(proved, now):
    signer, person = proved()
    late = now + links.VALID
    for act in (
        lambda: sign(signer, person, late),
        lambda: actions.object_to(signer, "不对", now=late),
        lambda: proving.prove(signer, person, NUMBER, service=RealNames(), now=late),
    ):
        with pytest.raises(NotAllowed, match="过期"):
            act()
    assert (Signature.objects.count(), bytes(Signer.objects.get().objection)) == (0, b"")


def test_an_objection_is_kept_to_its_length_and_sealed(asked, now):
    signer, person = asked()
    actions.object_to(signer, "错" * 900, now=now)
    assert standing(1, [person])[0].objection == "错" * actions.LONGEST
    assert "错".encode() not in bytes(Signer.objects.get().objection)


def test_paper_seen_by_a_clerk_lapses_with_the_paper_too(wanted, now):
    actions.see(1, wanted(), clerk=CLERK, identity=False, now=now)
    (found,) = standing(1, [wanted(capital="200")])
    assert ([each.title for each in found.missing], found.state) == (["公司章程"], State.PAPER)
    assert actions.see(1, wanted(capital="200"), clerk=CLERK, identity=False, now=now) == 1


def test_who_signs_after_a_change_is_asked_for_the_changed_paper_alone(signed, wanted, now):
    asked = []

    class Noting(Rehearsal):
        def sign(self, what):
            asked.append(dict(what.papers))
            return super().sign(what)

    assert sign(signed[0], wanted(capital="200"), now, Noting()) == 1
    assert [list(each.values()) for each in asked] == [["公司章程"]]
