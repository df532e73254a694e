"""Builds resources/head/head.npz from the MakeHuman hm08 data of a pinned wheel. Run scripts/build_head_pack.py."""
