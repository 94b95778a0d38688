"""For authors: adding sources and questions, fixing files, and writing drafts. Leaves all other text as it is."""
