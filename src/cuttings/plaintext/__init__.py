"""Characters and lines: a saved page of which only those are left, and what each line is likely to be."""
