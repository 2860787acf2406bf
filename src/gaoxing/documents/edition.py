"""Where the templates of a form's edition lie (文书版本): `templates/<edition>/application.typ` in the matter's folder."""

from __future__ import annotations

from pathlib import Path


def template(folder: Path, edition: str, name: str = "application") -> Path:
    """The template of that edition in a matter's folder.

    Raises LookupError where the matter keeps no template of that edition: a paper is never printed on another edition's form.
    """
    editions = {each.name: each for each in (folder / "templates").iterdir() if each.is_dir()}
    if edition not in editions:
        raise LookupError(f"no templates of edition {edition!r} in {folder.name}")
    return editions[edition] / f"{name}.typ"
