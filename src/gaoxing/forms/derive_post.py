"""The post in which somebody is legal representative (法定代表人职务), worked out from the offices held. 《公司法》第十条 (in force 2024-07-01).

>>> from gaoxing.forms.form import Answer, Source
>>> legal_post(Form("company_registration", "2026", {"parties.0.roles": Answer(("legal_representative", "director"), Source.SAID)})).label
'董事（代表公司执行公司事务）'
"""

from __future__ import annotations

from gaoxing.forms.derive_type import Derived
from gaoxing.forms.form import Form
from gaoxing.forms.parties import holders

POSTS = (("chair", "董事长"), ("director", "董事（代表公司执行公司事务）"), ("manager", "经理"))
"""Offices whose holder may be legal representative, and the words of the form."""


def legal_post(form: Form) -> Derived:
    """The post or posts that entitle the legal representative; no label where none was given yet."""
    persons = holders(form, "legal_representative")
    if len(persons) != 1:
        return Derived(None, "还没有确定一位法定代表人")
    roles = persons[0].roles
    posts = [label for role, label in POSTS if role in roles and not (role == "director" and "chair" in roles)]
    if not posts:
        return Derived(None, f"还不知道{persons[0].called}是董事还是经理")
    return Derived("、".join(posts), f"{persons[0].called}担任{'、'.join(posts)}")
