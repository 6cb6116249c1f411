"""Briefs made anew by the calendar, unattended: what is due, what came of it, whom to tell."""
