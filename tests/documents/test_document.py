from __future__ import annotations

import hashlib

from gaoxing.documents import Document


def test_a_document_shows_its_size_and_digest_and_not_its_content():
    content = b"%PDF-1.7 made up"
    shown = Document("a.pdf", "application/pdf", content).to_json()
    assert shown == {"name": "a.pdf", "media_type": "application/pdf", "size": 16, "sha256": hashlib.sha256(content).hexdigest()}


def test_two_documents_with_one_byte_between_them_have_different_digests():
    assert Document("a", "text/plain", b"1").sha256 != Document("a", "text/plain", b"2").sha256
