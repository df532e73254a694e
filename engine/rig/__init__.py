"""The rig: a face as the parameters of a game character, their files, and the way from a photo to them."""
