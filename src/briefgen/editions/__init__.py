"""From an outline on disk to an edition: gathered, assembled, checked, rendered, published."""
