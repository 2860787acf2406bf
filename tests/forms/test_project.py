"""The blanks that filing a project and changing it share."""

from gaoxing.forms.project import CONTACT, ITEMS, NATURES, PROJECT, blank_of


def test_every_item_but_the_contact_has_a_blank_of_its_shape():
    assert [item for item, _ in ITEMS if blank_of(item) is None] == ["contact"]


def test_labels_of_items_are_the_blanks_own():
    assert dict(ITEMS)["equipment_investment"] == "设备投资"
    assert all(label for _, label in ITEMS)


def test_the_contracts_natures_are_offered():
    assert [value for value, _ in NATURES] == ["new", "expansion", "technical_renovation", "relocation"]


def test_the_contacts_number_is_masked():
    assert [each.private for each in CONTACT] == [False, True]


def test_an_unknown_item_has_no_blank():
    assert blank_of("colour") is None
    assert blank_of("location") is PROJECT[2]
