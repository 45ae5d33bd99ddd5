"""A site of static pages: every text of a corpus with its exercises, a dictionary, downloads.

It needs no server and asks for nothing outside itself, so it works from any web server and as
files on a USB stick.
"""
