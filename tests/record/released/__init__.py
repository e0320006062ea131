"""Cases as earlier versions of the tables left them, one file for each revision that was the newest once.

`python -m tests.record.released` writes the file of the newest revision, with the code of that day: run it when a
revision is added. Later code cannot write it.
"""
