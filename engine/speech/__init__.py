"""Speech: what a mouth does while something is said, from text, times of phonemes or sound."""
