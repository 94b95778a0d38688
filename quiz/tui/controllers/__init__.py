"""What the app does, one controller for each area; the app owns them and routes messages and actions to them.

A controller is a plain class that is given what it needs: the app, to show screens, and other controllers.
"""
