"""Whose face it is: dlib's recognition network, read without dlib."""
