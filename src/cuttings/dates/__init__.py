"""Dates as news prints them: days, expressions, their values in EDTF, and what they let one conclude."""
