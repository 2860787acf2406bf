"""OFD (GB/T 33190-2016 版式文档), the fixed-layout format that archives and offices take, made of the typesetter's own PDF.

The path of a paper: `pdf_objects` reads the PDF's objects, `pdf_fonts` its faces, `pdf_images` its pictures, `pdf_content` what each page draws (`drawn`);
`open_type` makes a face of the subset, `page_xml` writes a page, `package` the whole; `renderer` is the engine behind the documents' Protocol.
Only what Typst writes is understood: anything else is refused with a sentence and never left out.
"""

from gaoxing.engines.ofd.renderer import OFD, OfdRenderer, converted

__all__ = ["OFD", "OfdRenderer", "converted"]
