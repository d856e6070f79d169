"""Assembly: mentions to accounts, accounts to claims and a ledger of subjects, claims to incidents.

An account (``accounts``) is what one article says of one matter. Its questions have a room each: ``subjects`` (how
many, and who), ``stages`` (how far it has got) and ``beat`` (is it a matter of the beat at all?); each room reads those
before it. ``claims`` and ``told`` put the answers together; ``matching`` and ``linkage`` say which accounts, over all
the articles, are one incident; ``rows``, ``incident_rows``, ``history``, ``checks`` and ``support`` make the tables.
"""
