"""Named subsets of MediaPipe's 478 face landmarks (indices of the public face mesh topology). Sides: the subject's."""

LIDS: dict[str, tuple[int, ...]] = {
    "right": (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    "left": (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249),
}
"""The rim of each eye opening: outer corner, upper lid inwards, inner corner, lower lid outwards."""

INNER_LIP_UPPER: tuple[int, ...] = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
"""The upper edge of the mouth opening from the subject's right corner to the left one, corners included."""

INNER_LIP_LOWER: tuple[int, ...] = (95, 88, 178, 87, 14, 317, 402, 318, 324)
"""The lower edge of the mouth opening, right to left, corners not included."""

BROWS: dict[str, tuple[int, ...]] = {
    "right": (46, 53, 52, 65, 55, 107, 66, 105, 63, 70),
    "left": (276, 283, 282, 295, 285, 336, 296, 334, 293, 300),
}
"""Each brow as a closed loop: lower edge inwards, upper edge outwards."""

FACE_OVAL: tuple[int, ...] = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
"""The outline of the face, clockwise in the picture from the top. In a photo it slides along the silhouette."""

IRISES: dict[str, tuple[int, tuple[int, ...]]] = {
    "right": (468, (469, 470, 471, 472)),
    "left": (473, (474, 475, 476, 477)),
}
"""Iris centre and its four ring points."""
