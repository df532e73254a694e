"""The strip under the photo in which a face moves over time: ruler, takes, keys and curves."""
