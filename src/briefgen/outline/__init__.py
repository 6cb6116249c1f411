"""The outline as an analyst wrote it: YAML nodes with positions, decoded to as-written types."""
