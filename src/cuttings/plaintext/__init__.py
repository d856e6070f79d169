"""A saved page of which only the lines are left: their shapes, and what each is likely to be."""
