"""Source documents: captured as they are, read into canonical text with the way back to every character."""
