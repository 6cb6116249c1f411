"""Word drafts that come back: read, merged with today's brief, and written into the outline."""
