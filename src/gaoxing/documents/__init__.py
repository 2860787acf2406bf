"""Form to papers (表单 → 材料): a document is made from a template and a form's values by a renderer behind a Protocol."""

from gaoxing.documents.document import Document, Layout, Renderer

__all__ = ["Document", "Layout", "Renderer"]
