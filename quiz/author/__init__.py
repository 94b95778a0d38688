"""Writing packs: add sources and questions, check drafts, fix files. Text that is not concerned never changes."""
