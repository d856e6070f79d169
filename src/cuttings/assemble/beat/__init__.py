"""Is it a matter of the beat? Whom an account suspects, and what is none: other trades, fakes, explainers."""
