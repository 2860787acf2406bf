"""Facts to form (要素 → 表单): blanks with official labels, answers with their source, and the next question."""

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.missing import Question, missing

__all__ = ["Answer", "Ask", "Field", "Form", "Kind", "Question", "Source", "missing"]
