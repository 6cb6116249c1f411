"""The nouns of briefgen: frozen values that every room shares, with no behaviour that needs the world."""
