"""What went out, what came back, and what the brief would be today, merged line by line."""
