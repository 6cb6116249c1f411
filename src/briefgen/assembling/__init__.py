"""An outline and its evidence made into a document: names looked up, prose read, notes numbered."""
