"""Cases as earlier versions of the tables left them, one file for each revision that was the newest once.

`python -m tests.record.released` writes the file of the revision at hand, with the code of that day: run it when a
revision is added, before the next one is begun. Later code cannot write it.
"""
