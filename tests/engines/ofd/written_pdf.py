"""A PDF of one page, written by hand (ISO 32000-1): what Typst writes seldom or never can be tried with it."""

from __future__ import annotations

MEDIA = b"/MediaBox[0 0 720 720]"


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (about, len(content), content)


def written(content: bytes, *, resources: bytes = b"", more: tuple[bytes, ...] = (), page: bytes = MEDIA, contents: bytes = b"4 0 R") -> bytes:
    """A page of 720 points square, so that 72 points are a tenth; further objects are numbered from 5."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]" + page + b">>",
        b"<</Type/Page/Parent 2 0 R/Contents " + contents + b"/Resources<<" + resources + b">>>>",
        stream(content),
        *more,
    ]
    packed, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(packed))
        packed += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return packed + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(packed))
