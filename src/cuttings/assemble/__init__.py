"""Assembly: mentions to accounts, accounts to claims and a ledger of subjects, claims to incidents."""
