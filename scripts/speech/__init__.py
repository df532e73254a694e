"""Speech with exact times, for training and testing the network that hears visemes.

`scripts/make_voices.py` has speech synthesizers say sentences and keeps what they say as bands and labels,
`scripts/train_hearing.py` trains the network on them, `scripts/evaluate_hearing.py` tests it. docs/speech-network.md
tells of all three.
"""
