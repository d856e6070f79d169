"""What a clause says of the mentions in it: whether it is so, how far, and of whom."""
