"""Enterprise names (企业名称): split into their parts, checked against the law and against their neighbours; pure.

Interface, kept by both halves of this stage and by the office app `names`:

- `composition.split(text) -> Name`: 行政区划, 字号, 行业, 组织形式 with their places; `"".join(part.text for part in name.parts) == name.text`.
- `keys.keys(name) -> Keys`: what the index stores and looks up; `keys.readings(text)`: toneless syllables, one set a character;
  `shapes.similar(one, other)`: whether two characters look alike.
- `neighbour.Neighbour`: a name that the index holds, with its state, dates and prefecture.
- `verdict.judge(name, neighbours, on, *, sole_trader=False) -> Judgement`: the same for the applicant's pre-check and the examiner's check.

Nothing here reads a database or a clock: `on` is the day asked about.
"""
