"""Sources as a reader meets them: notes at the foot of the page, and the list of sources at the end."""
