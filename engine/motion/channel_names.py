"""The names of a face's channels as the world's recordings spell them.

In this program a channel is named as Apple's ARKit does, in camelCase: the 52 blendshapes, and the angles of head and
eyes. Left and right are the subject's. Names are told apart by exact spelling, never by ignoring case everywhere.
"""

_SIDED = ("eyeBlink", "eyeLookDown", "eyeLookIn", "eyeLookOut", "eyeLookUp", "eyeSquint", "eyeWide", "mouthSmile",
          "mouthFrown", "mouthDimple", "mouthStretch", "mouthPress", "mouthLowerDown", "mouthUpperUp", "browDown",
          "browOuterUp", "cheekSquint", "noseSneer")
_MIDDLE = ("jawForward", "jawLeft", "jawRight", "jawOpen", "mouthClose", "mouthFunnel", "mouthPucker", "mouthLeft",
           "mouthRight", "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "browInnerUp",
           "cheekPuff", "tongueOut")

SHAPES: frozenset[str] = frozenset([*_MIDDLE, *(name + side for name in _SIDED for side in ("Left", "Right"))])
"""The 52 blendshapes; weights 0..1."""
HEAD_ANGLES = ("headYaw", "headPitch", "headRoll")
"""Radians."""
EYE_ANGLES = ("leftEyeYaw", "leftEyePitch", "leftEyeRoll", "rightEyeYaw", "rightEyePitch", "rightEyeRoll")
"""Radians; yaw above 0 looks to the subject's right, pitch above 0 down."""


def pascal(name: str) -> str:
    """EyeBlinkLeft for eyeBlinkLeft, as in Unreal and Live Link."""
    return name[:1].upper() + name[1:]


def channel_name(spelling: str) -> str:
    """Our name for camelCase, PascalCase, `eyeBlink_L` and any of them behind "blendShape1."; else "" (a stranger)."""
    prefix, dot, rest = spelling.rpartition(".")
    if dot and prefix.rstrip("0123456789").lower() != "blendshape":
        return ""
    return _SPELLINGS.get(rest, "")


_SPELLINGS = {spelled: name for name in (*SHAPES, *HEAD_ANGLES, *EYE_ANGLES) for spelled in (name, pascal(name))}
_SPELLINGS |= {spelled + end: name + side for name in _SIDED for side, end in (("Left", "_L"), ("Right", "_R"))
               for spelled in (name, pascal(name))}
