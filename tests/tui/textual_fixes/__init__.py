"""Each workaround for Textual: the fault is still there in Textual alone. A test that fails says that one may go."""
