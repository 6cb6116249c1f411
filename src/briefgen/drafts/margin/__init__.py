"""What readers wrote in the margins of drafts: kept beside the outline, settled, shown again."""
