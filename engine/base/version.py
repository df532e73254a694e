"""The program's version, read by the command line and by the build."""

VERSION = "0.1.0"
