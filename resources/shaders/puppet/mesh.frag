#version 330 core
// SMOOTH: Catmull-Rom sampling. RIM: near an opening, whose edge it fades. RELIEF: folds and closed lids. KEYED:
// blended with keys. PLACED: folds and lids come from another picture of the person. PART: a part of a large frame,
// with no more of the photo than it shows. OUTLINE: of a head cut out of the photo, where it is not all of a pixel.
// Compiled as needed rather than asked per pixel: a software renderer walks both sides of every branch.
// The photo, moved. Alpha 0 says that the source's own pixel stays.
in vec2 v_offset;   // from here to where the colour is, in crop sides: exactly 0 where nothing moves
in float v_ratio;
#ifdef RIM
in float v_edge;    // distance from the rim in crop sides, negative on the skirt
#endif
#ifdef KEYED
in vec3 v_key;      // where to look in the key, and how much of it shows
#endif
#ifdef RELIEF
in vec3 v_lid;      // where this place of the face lies when its lids are shut; 1 on a lower lid
#endif
#ifdef PLACED
in vec2 v_placed;   // where this place of the face lies in the picture that folds come from
#endif
out vec4 colour;

uniform sampler2D photo;      // at the frame's size
uniform sampler2D underlay;   // what is seen through the openings; alpha: it differs from the source
uniform sampler2D lid_skin;   // rgb closed lid, a where; the right eye's tile, the left eye's
uniform vec4 lid_boxes[2];    // of the tiles: corner, and tiles to a crop side
uniform sampler2D folds_a;
uniform sampler2D folds_b;
uniform float side;           // of the frame in pixels
uniform float rim_width;      // pixels over which the openings' edges fade
uniform vec2 lids;            // right, left
#ifdef PLACED
uniform vec3 lid_light;       // of this picture over the other's
#endif
uniform vec2 middle_point;    // the line between the eyes
uniform vec2 middle_across;
uniform vec4 folds[4];        // right side's eight channels, left side's
#ifdef KEYED
uniform sampler2D key_colour; // rgb, and where
uniform sampler2D key_tone;   // log ratio, and where the key's colour besides
#endif

#ifdef OUTLINE
uniform sampler2D matte;      // the person's colour at the border, and how much of a place the person is
uniform sampler2D backdrop;   // what is behind it, at the frame's size
uniform vec4 bounds;          // of the photo in the crop
#endif

#ifdef PART
uniform vec2 origin;          // of the part, frame pixels
uniform vec2 photo_origin;    // of what there is of the photo
uniform vec2 photo_size;
#else
#define photo_size side
#endif

const float FOLD_SCALE = 255.0 * 0.25 / 64.0;
const float FOLD_ZERO = 128.0 / 255.0;
const float LOWER_FROM = 0.5, LOWER_TO = 1.0;  // of a lid's way, where its lashes show on the lower one
const float TONE_SCALE = 255.0 * 0.6 / 127.0;

#ifdef OUTLINE
// Beyond the photo's edge it is mirrored: a head that the edge cuts goes on.
vec2 within(vec2 at) {
    at = bounds.xy + abs(at - bounds.xy);
    return bounds.zw - abs(bounds.zw - at);
}
#endif

// Catmull-Rom with nine bilinear reads.
#ifdef SMOOTH
vec3 catmull_rom(sampler2D image, vec2 at) {
    vec2 base = floor(at - 0.5) + 0.5;
    vec2 f = at - base;
    vec2 w0 = f * (-0.5 + f * (1.0 - 0.5 * f));
    vec2 w1 = 1.0 + f * f * (-2.5 + 1.5 * f);
    vec2 w2 = f * (0.5 + f * (2.0 - 1.5 * f));
    vec2 w3 = f * f * (-0.5 + 0.5 * f);
    vec2 w12 = w1 + w2;
    vec2 p0 = (base - 1.0) / photo_size, p3 = (base + 2.0) / photo_size, p12 = (base + w2 / w12) / photo_size;
    return texture(image, vec2(p0.x, p0.y)).rgb * w0.x * w0.y + texture(image, vec2(p12.x, p0.y)).rgb * w12.x * w0.y
         + texture(image, vec2(p3.x, p0.y)).rgb * w3.x * w0.y + texture(image, vec2(p0.x, p12.y)).rgb * w0.x * w12.y
         + texture(image, vec2(p12.x, p12.y)).rgb * w12.x * w12.y + texture(image, vec2(p3.x, p12.y)).rgb * w3.x * w12.y
         + texture(image, vec2(p0.x, p3.y)).rgb * w0.x * w3.y + texture(image, vec2(p12.x, p3.y)).rgb * w12.x * w3.y
         + texture(image, vec2(p3.x, p3.y)).rgb * w3.x * w3.y;
}
#endif

void main() {
#ifdef RIM
    // Coverage of the edge, from its distance: anti-aliased with one sample.
    float slope = length(vec2(dFdx(v_edge), dFdy(v_edge)));
    float cover = clamp(v_edge / max(slope * rim_width, 1e-7) + 0.5, 0.0, 1.0);
    if (cover <= 0.0) discard;
#endif

#ifdef PART
    vec2 here = (gl_FragCoord.xy + origin) / side;
#else
    vec2 here = gl_FragCoord.xy / side;
#endif
    vec2 source = here + v_offset;
#ifdef OUTLINE
    vec4 person = texture(matte, source);
    if (person.a < 0.004) discard;
#define shown within(source)
#else
#define shown source
#endif
    vec4 lid = vec4(0.0);
    float shut = 0.0, crease = 0.0;
#ifdef PLACED
    vec2 place = v_placed;
#else
    vec2 place = source;
#endif
#ifdef RELIEF
    float aside = dot(place - middle_point, middle_across);
    vec4 box = aside < 0.0 ? lid_boxes[0] : lid_boxes[1];
    vec2 half_texel = 0.5 / (vec2(textureSize(lid_skin, 0)) * vec2(0.5, 1.0));
    vec2 in_tile = clamp((v_lid.xy - box.xy) * box.zw, half_texel, 1.0 - half_texel);
    lid = texture(lid_skin, vec2((in_tile.x + (aside < 0.0 ? 0.0 : 1.0)) * 0.5, in_tile.y));
#ifdef PLACED
    lid.rgb *= lid_light;
#endif
    float closed = aside < 0.0 ? lids.x : lids.y;
    shut = lid.a * mix(closed, smoothstep(LOWER_FROM, LOWER_TO, closed), v_lid.z);
    float left = smoothstep(-0.02, 0.02, aside);
    crease = dot(texture(folds_a, place) - FOLD_ZERO, mix(folds[0], folds[2], left))
        + dot(texture(folds_b, place) - FOLD_ZERO, mix(folds[1], folds[3], left));
#endif
#ifdef KEYED
    vec4 key = texture(key_colour, v_key.xy);
    vec4 light = texture(key_tone, source);
    key.a = max(key.a, light.a) * v_key.z;
    vec3 tone = (light.rgb - FOLD_ZERO) * (TONE_SCALE * v_key.z);
    bool bare = key.a < 0.002 && all(lessThan(abs(tone), vec3(0.0008)));
#else
    const bool bare = true;
#endif
    bool still = all(lessThan(abs(v_offset) * side, vec2(0.001))) && abs(v_ratio - 1.0) < 0.0005
        && shut < 0.002 && abs(crease) * FOLD_SCALE < 0.0008 && bare;
#ifdef RIM
    vec4 below = vec4(0.0);
    if (cover < 1.0) below = texelFetch(underlay, ivec2(gl_FragCoord.xy), 0);
    still = still && (cover >= 1.0 || below.a == 0.0);
#endif
    if (still) {
        colour = vec4(0.0);
        return;
    }
#ifdef SMOOTH
#ifdef PART
    vec3 skin = catmull_rom(photo, shown * side - photo_origin);
#else
    vec3 skin = catmull_rom(photo, shown * side);
#endif
#else
#ifdef PART
    vec3 skin = texture(photo, (shown * side - photo_origin) / photo_size).rgb;
#else
    vec3 skin = texture(photo, shown).rgb;
#endif
#endif
#ifdef OUTLINE
    skin = mix(skin, person.rgb, clamp((1.0 - person.a) * 12.0, 0.0, 1.0));
#endif
    skin *= v_ratio;
#ifdef RELIEF
    skin = mix(skin, lid.rgb * v_ratio, shut);
#ifdef KEYED
    skin = mix(skin * exp(tone), key.rgb * v_ratio, key.a);
#endif
    skin *= exp(crease * FOLD_SCALE);
#endif
#ifdef RIM
    skin = cover >= 1.0 ? skin : mix(below.rgb, skin, cover);
#endif
#ifdef OUTLINE
    skin = mix(texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb, skin, person.a);
#endif
    colour = vec4(clamp(skin, 0.0, 1.0), 1.0);
}
