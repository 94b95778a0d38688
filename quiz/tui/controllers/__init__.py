"""Controllers, one for each area of the app. The app owns them and passes messages and actions to them.

A controller is a plain class. It gets what it needs: the app, to open screens, and other controllers.
"""
