"""The screens of the app. Larger ones are packages."""
