"""A signature is stored only with a receipt for exactly this paper, by a person who proved themselves; it lapses with the paper, alone."""

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.signing.provider import Receipt
from gaoxing.engines.signing.rehearsal import Failing, Rehearsal
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import actions, links
from gaoxing.office.signatures.models import Signature, Signer
from gaoxing.office.signatures.standing import State, gone, standing, unsigned
from tests.office.signatures.conftest import APPLICANT, CLERK

pytestmark = pytest.mark.django_db


def sign(signer, person, now, provider=None, seen=""):
    signer.refresh_from_db()
    return actions.sign(signer, person, seen or actions.shown(person.papers), provider=provider or Rehearsal(), now=now)


def test_every_paper_is_signed_and_verifies(proved, now):
    signer, person = proved()
    assert sign(signer, person, now) == 2
    (found,) = standing(1, [person])
    assert (found.state, [each.verified for each in found.signed], unsigned([found])) == (State.SIGNED, [True, True], ())


def test_nobody_signs_before_proving_who_they_are(asked, now):
    with pytest.raises(NotAllowed, match="核对您的证件"):
        sign(*asked(), now)
    assert not Signature.objects.exists()


def test_signing_twice_is_told_so(proved, now):
    signer, person = proved()
    sign(signer, person, now)
    with pytest.raises(NotAllowed, match="已经签过了"):
        sign(signer, person, now)
    assert Signature.objects.count() == 2


def test_a_paper_that_changed_lapses_alone_and_tells_what_changed(proved, wanted, now):
    signer, person = proved()
    sign(signer, person, now)
    (found,) = standing(1, [wanted(capital="200")])
    assert found.state == State.LAPSED
    assert [each.title for each in found.lapsed] == ["公司章程"]
    assert found.lapsed[0].changed == ("registered_capital",)
    assert [each.title for each in found.signed] == ["申请书"]
    assert len(unsigned([found])) == 1


def test_a_change_taken_back_gives_the_signature_back(proved, wanted, now):
    signer, person = proved()
    sign(signer, person, now)
    assert standing(1, [wanted(capital="200")])[0].missing
    assert standing(1, [wanted(capital="100")])[0].state == State.SIGNED


def test_what_changed_after_the_page_was_opened_is_not_signed(proved, wanted, now):
    signer, person = proved()
    with pytest.raises(NotAllowed, match="申请人改了内容"):
        sign(signer, wanted(capital="200"), now, seen=actions.shown(person.papers))
    assert not Signature.objects.exists()


def test_an_outage_is_never_a_signature_and_can_be_tried_again(proved, now):
    signer, person = proved()
    with pytest.raises(Fault):
        sign(signer, person, now, Failing())
    signer.refresh_from_db()
    assert "没有签成" in signer.trouble
    assert standing(1, [person])[0].state == State.WAITING
    assert sign(signer, person, now) == 2
    signer.refresh_from_db()
    assert signer.trouble == ""


class Nonsense(Rehearsal):
    """Answers for another paper."""

    def sign(self, asked):
        return Receipt(self.called, "n", {"b" * 64: "x"})


class Forged(Rehearsal):
    """Answers with values that are none."""

    def sign(self, asked):
        return Receipt(self.called, "n", dict.fromkeys(asked.papers, "x"))


@pytest.mark.parametrize("provider", [Nonsense(), Forged()])
def test_nonsense_is_never_a_signature(proved, now, provider):
    with pytest.raises(Fault):
        sign(*proved(), now, provider)
    assert not Signature.objects.exists()


def test_the_provider_is_asked_under_the_same_token_when_it_is_tried_again(proved, now):
    tokens = []

    class Noting(Failing):
        def sign(self, asked):
            tokens.append(asked.token)
            return super().sign(asked)

    signer, person = proved()
    for _ in range(2):
        with pytest.raises(Fault):
            sign(signer, person, now, Noting())
    assert len(set(tokens)) == 1


def test_a_link_taken_back_while_the_provider_works_signs_nothing(proved, now):
    signer, person = proved()

    class Slow(Rehearsal):
        def sign(self, asked):
            links.on_paper(1, person, actor=APPLICANT, now=now)
            return super().sign(asked)

    with pytest.raises(NotAllowed, match="收回"):
        sign(signer, person, now, Slow())
    assert not Signature.objects.exists()


@pytest.mark.parametrize("change", [{"by": 9}, {"way": "paper", "by": 9}, {"digest": "c" * 64}])
def test_a_row_that_somebody_changed_no_longer_verifies(proved, now, change):
    signer, person = proved()
    sign(signer, person, now)
    Signature.objects.filter(pk=Signature.objects.last().pk).update(**change)
    (found,) = standing(1, [person])
    assert len(found.missing) == 1
    assert sign(signer, person, now) == 1


def test_an_objection_ends_the_link_and_stands_in_the_way_until_asked_again(asked, now):
    signer, person = asked()
    actions.object_to(signer, " 我的出资写错了 ", now=now)
    (found,) = standing(1, [person])
    assert (found.state, found.objection, len(unsigned([found]))) == (State.OBJECTED, "我的出资写错了", 1)
    links.ask(1, person, actor=APPLICANT, now=now + timedelta(minutes=1))
    assert standing(1, [person])[0].state == State.WAITING


def test_an_objection_needs_words(asked, now):
    with pytest.raises(NotAllowed, match="写一句"):
        actions.object_to(asked()[0], "  ", now=now)


def test_who_is_not_asked_signs_on_paper_and_stands_in_nobodys_way(db, wanted):
    (found,) = standing(1, [wanted()])
    assert (found.state, unsigned([found])) == (State.PAPER, ())


def test_a_clerk_sees_what_was_signed_by_hand_and_the_document(db, wanted, now):
    assert actions.see(1, wanted(), clerk=CLERK, identity=True, now=now) == 2
    (found,) = standing(1, [wanted()])
    assert (found.state, found.signer.proof, {each.signature.by for each in found.signed}) == (State.SIGNED, Signer.Proof.SEEN, {9})
    with pytest.raises(NotAllowed, match="都看过了"):
        actions.see(1, wanted(), clerk=CLERK, identity=False, now=now)


def test_both_ways_may_be_mixed_in_one_case(proved, wanted, now):
    signer, person = proved()
    sign(signer, person, now)
    second = wanted(name="戊小宝", number="")
    actions.see(1, second, clerk=CLERK, identity=False, now=now)
    assert [each.state for each in standing(1, [person, second])] == [State.SIGNED, State.SIGNED]


def test_somebody_whose_number_changed_is_another_and_the_former_is_named(proved, wanted, now):
    signer, person = proved()
    sign(signer, person, now)
    other = wanted(number="320583199001011224")
    assert standing(1, [other])[0].signer is None
    assert gone(1, [other]) == ("丁大宝",)


def test_every_act_stands_in_the_audit(proved, now):
    signer, person = proved()
    sign(signer, person, now)
    assert [each.act for each in Entry.objects.filter(subject=signer.pk).order_by("number")] == ["signing.asked", "signing.proved", "signing.signed"]
