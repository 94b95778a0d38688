"""The article reader: an article with its quoted passages and its sentences that wait for a question."""
