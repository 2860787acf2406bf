from gaoxing.matters.registration_change.row import row


def test_an_empty_column_stays_out():
    assert list(row("name", {"to": ("某某店", ()), "from": ("", ()), "add": ((), ())}, ()).columns) == ["item", "to"]


def test_a_row_said_once_was_said_last_there():
    assert row("name", {}, (), spot=(1, 2)).latest == (1, 2)
