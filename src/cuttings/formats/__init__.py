"""What a saved file holds: a module for each format, a file in, its records out."""
