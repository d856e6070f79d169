"""How far a matter has got: the steps that an account reports of its own subjects, and what they amount to."""
