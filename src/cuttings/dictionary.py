"""The data dictionary: every table and column of ``tables``, as Markdown for ``data/README.md``."""

from cuttings.tables import TABLES, Column, Table

TYPES = {"string": "text", "Int64": "whole number", "Float64": "number", "boolean": "true or false"}
BEGIN, END = "<!-- dictionary: written by `cuttings dictionary` -->", "<!-- end of the dictionary -->"


def markdown() -> str:
    """The whole dictionary, a section a table."""
    return "\n".join(_section(table) for table in TABLES.values())


def _section(table: Table) -> str:
    rows = "\n".join(_row(column) for column in table.columns)
    head = f"### {table.name}\n\nOne row for each {table.row.removeprefix('one ')}.\n\n"
    return f"{head}| column | holds | type |\n| --- | --- | --- |\n{rows}\n"


def _row(column: Column) -> str:
    codes = f": {', '.join(f'`{code}`' for code in column.codes)}" if column.codes else ""
    return f"| `{column.name}` | {column.meaning}{codes} | {TYPES[column.dtype]} |"
