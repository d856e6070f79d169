"""A saved file before it is an article: where it lies, what it is, and its characters."""
