"""Anchors: where exactly the words that a brief relies on stand in a source, and how sure that is."""
