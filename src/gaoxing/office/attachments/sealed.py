"""What attachments seal (加密内容): the names in the database, and the files in the data folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import Sealer
from gaoxing.office.attachments import store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.queries import name_place
from gaoxing.office.sealed import Sealed, SealedColumn, Step

FILES_AT_ONCE = 10


class SealedFiles:
    """The content and the preview of every attachment."""

    name = "attachments.attachment.files"

    def counts(self) -> Mapping[str, int]:
        """Files by key."""
        return Counter(key for token in Attachment.objects.values_list("token", flat=True).iterator() for key in store.keys_of(token))

    def renew(self, sealer: Sealer, after: int) -> Step:
        """Seal some files anew that are under another key; a file is there whole at every moment."""
        rows = list(Attachment.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "token")[:FILES_AT_ONCE])
        renewed, broken = 0, []
        for number, token in rows:
            try:
                renewed += store.reseal(token, sealer)
            except Fault:
                broken.append(number)
        return Step(renewed, tuple(broken), rows[-1][0] if rows else None)


SEALED: tuple[Sealed, ...] = (SealedColumn("attachments.Attachment", "name", lambda row: name_place(row.token)), SealedFiles())
