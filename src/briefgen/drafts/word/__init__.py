"""A Word file that came back, read into lines, comments and changes; and written to with tracked changes."""
