"""Which part of an article tells of which matter."""
