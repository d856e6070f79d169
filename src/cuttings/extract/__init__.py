"""The extractors: one a column, each a spaCy component that takes a Doc and adds spans to it.

A mention is a span in ``doc.spans[LABEL]``: its ``label_`` the table's label, its ``kb_id_`` the value, its ``id_`` the
rule that read it; what else the rule read stands in ``spans.detail(span)``. The order they run in is in ``pipeline``.

Columns that one module reads stand here; those that take several have a room each: ``counts`` (how many police),
``people`` (names, and the part each plays), ``forces``, ``speech`` (quotations and speakers), ``clauses`` (whether it
is so, how far, and of whom) and ``discourse`` (which matter a sentence tells of). The rooms read ``spans``,
``patterns``, ``police_words`` and ``matters`` of this one; ``clauses`` reads ``counts`` and ``people`` too.
"""
