"""Portraits of the parametric head: skin, lips, eyes, lashes, brows and cropped hair under studio light."""

from engine.head.portrait.camera import HeadView
from engine.head.portrait.head_texture import HeadTexture, Worn
from engine.head.portrait.painter import HeadPainter, prepare_painter
from engine.head.portrait.skin import Skin

__all__ = ["HeadPainter", "HeadTexture", "HeadView", "Skin", "Worn", "prepare_painter"]
