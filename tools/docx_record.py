"""The Word template of a record (登记表): the parts of documents/record.py, in the order of record.typ."""

from __future__ import annotations

from tools.docx_sheet import DAY, NEXT_ROW, Xml, each_row, entry, label, paragraph, row, section, signed, table, title


def record() -> Xml:
    """A table for each part, and room to sign."""
    blanks = (
        each_row("part.rows"),
        each_row("row.blanks", "each"),
        row(label("{{ row.heading if loop.first else '' }}"), label("{{ each.label }}"), entry("{{ each.text }}")),
    )
    part = table((12, 38, 0), section(3, "{{ part.title }}"), *blanks, NEXT_ROW, NEXT_ROW)
    repeated = paragraph("{%p for part in parts %}") + part + paragraph("{%p endfor %}")
    signing = table((44, 0), row(label("申请人\n（签字或者盖章）"), signed(paragraph(), paragraph(DAY, align="right"), height=22)))
    return Xml(title("{{ title }}", new_page=False) + repeated + signing)
