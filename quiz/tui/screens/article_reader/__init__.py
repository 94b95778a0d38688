"""The article reader: shows which passages of an article are quoted, and which sentences have no question yet."""
