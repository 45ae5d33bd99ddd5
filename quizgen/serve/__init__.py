"""The teacher's page: a small web server on one's own machine, from an article to a sheet.

Pages are rendered on the server; ``store`` keeps every change at once in one SQLite file.
"""
