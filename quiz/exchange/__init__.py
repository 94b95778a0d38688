"""Questions in the formats of other quiz programs: import and export, one module a format."""
