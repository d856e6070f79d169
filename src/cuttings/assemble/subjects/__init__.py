"""How many subjects an account has, and who they are: groups, the totals they add up to, the ledger."""
