"""The extractors: one a column, each a spaCy component that takes a Doc and adds spans to it.

A mention is a span in ``doc.spans[LABEL]``: its ``label_`` the table's label, its ``kb_id_`` the value, its ``id_`` the
rule that read it; what else the rule read stands in ``spans.detail(span)``. The order they run in is in ``pipeline``.
"""
