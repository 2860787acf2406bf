from __future__ import annotations

from pathlib import Path

import pytest

from gaoxing.documents.edition import template


def test_the_template_is_that_of_the_forms_own_edition(tmp_path: Path):
    (tmp_path / "templates" / "2022").mkdir(parents=True)
    assert template(tmp_path, "2022") == tmp_path / "templates" / "2022" / "application.typ"


@pytest.mark.parametrize("edition", ["2026", "", "..", "../templates/2022"])
def test_a_form_is_never_printed_on_another_editions_template(tmp_path: Path, edition: str):
    (tmp_path / "templates" / "2022").mkdir(parents=True)
    with pytest.raises(LookupError, match="no templates"):
        template(tmp_path, edition)
