import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError

from gaoxing.office.people.models import Person


def test_the_user_model_is_the_houses_own():
    assert get_user_model() is Person


@pytest.mark.django_db
def test_a_person_is_known_by_their_account_and_has_no_readable_password():
    person = Person(account="clerk-1")
    person.set_password("horse battery")
    person.save()
    assert str(Person.objects.get_by_natural_key("clerk-1")) == "clerk-1"
    assert person.check_password("horse battery")
    assert person.password.startswith("argon2")


@pytest.mark.django_db
def test_an_account_is_given_once():
    Person.objects.create(account="clerk-1")
    with pytest.raises(IntegrityError):
        Person.objects.create(account="clerk-1")
