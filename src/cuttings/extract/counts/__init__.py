"""Counted police: the numbers, their nouns, and who is counted but no subject."""
