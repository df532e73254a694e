"""MagicFace: expression by action units, drawn by a diffusion model (Wei et al., arXiv 2501.02260).

Two networks of the Stable Diffusion 1.5 shape. The identity encoder looks once at the source face; the denoiser draws
the edited face, its self-attention seeing what the identity encoder saw. See docs/magicface.md.
"""
