"""A web page's own structure: its visible blocks, and what it says of itself."""
