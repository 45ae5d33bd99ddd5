"""The item bank: items of many articles with their texts in one SQLite file.

It is built from the tables of ``quizgen batch items``, searched, and drawn into worksheets. Reading
it needs nothing but Python's own sqlite3.
"""
