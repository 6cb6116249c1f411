"""The format of outlines and registers as data: every mapping, its keys, and what each means.

Decoding reads from here which keys exist; the JSON Schema and the reference page are made from here. So the
three cannot part.
"""
