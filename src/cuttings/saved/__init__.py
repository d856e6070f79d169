"""A folder of saved files read: which they are, what each is, and the processes that read them."""
