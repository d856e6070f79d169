"""Who is named, and the part each plays."""
