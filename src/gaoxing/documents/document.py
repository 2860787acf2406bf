"""A paper (材料): its name, media type and bytes; and what a renderer must be able to do.

A layout pairs a template (Typst source, part of a matter's folder) with the values that fill it: plain JSON, so that whatever a person said stays
text and never becomes markup.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from gaoxing.documents.signer import Signer


@dataclass(frozen=True)
class Layout:
    """A paper before it is drawn: file name without ending, title, template file, values (JSON), the rule that requires it and what the paper is called
    in English, where these are known, and who signs it. `optional`: it names nobody who would need it, and is there to be filled in by hand.
    """

    name: str
    title: str
    template: Path
    values: Mapping[str, Any]
    basis: str = ""
    english: str = ""
    signers: tuple[Signer, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Document:
    """A finished paper. `name` carries its ending; `media_type` e.g. `application/pdf`."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Hex digest of the content."""
        return hashlib.sha256(self.content).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Name, media type, size in bytes and digest; not the content."""
        return {"name": self.name, "media_type": self.media_type, "size": len(self.content), "sha256": self.sha256}


class Renderer(Protocol):
    """Draws a layout (排版). Raises `Fault` where the engine fails or a glyph is missing from the face."""

    def render(self, layout: Layout) -> Document:
        """The paper as PDF/A-2b on A4."""
        ...
