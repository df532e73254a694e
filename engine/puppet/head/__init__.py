"""The head as layers: cut out of the photo with its hair and ears, turned as one solid over a filled background."""
