"""Briefs as Word files, with real footnotes, and drafts that remember where they came from."""
