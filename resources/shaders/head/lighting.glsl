// Shared by every material. Kept in step with engine/head/portrait/shade.py, which does the same in numpy.
// Powers are written as products: software renderers feel every pow().
uniform vec3 light_direction[3]; // key, fill, rim: toward the light
uniform vec3 light_colour[3];
uniform vec3 sky;
uniform vec3 ground;
uniform float photo; // how much of somebody's own skin and eyes shows, 0 none
uniform vec4 studio; // lamps, surroundings, shade and shine, as shares of a plain head's: see Lamps.shares
uniform float eye_distance; // of the camera from the pivot

in vec3 position;
in vec3 normal;
in vec4 light;  // how much of key, fill, rim and surroundings arrives
in vec2 texel;
in vec4 tint;
in vec2 atlas; // the head's own uv, v down

out vec4 colour;

// sRGB-coded picture value of linear light: straight up to the knee, then a shoulder to 1. The curve is approximated
// by square roots (error below 0.004).
vec3 develop(vec3 x) {
    vec3 over = max(x - 0.62, 0.0);
    x = max(min(x, 0.62), 0.0) + 0.38 * over / (over + 0.38);
    vec3 root = sqrt(x);
    vec3 fourth = sqrt(root);
    return clamp(0.585122381 * root + 0.783140355 * fourth - 0.368262736 * sqrt(fourth), 0.0, 1.0);
}

// Linear light of sRGB, by a cubic (error below 0.004).
vec3 lit_by(vec3 c) {
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}

// Light creeps round the edge of shade: the more, the smaller `slope` is per channel (1 is none).
vec3 wrapped(float facing, vec3 slope) {
    vec3 lit = clamp(facing * slope + 1.0 - slope, 0.0, 1.0);
    return lit * (0.5 + 0.5 * lit);
}

// Red light scatters furthest in skin: the edge of a shadow is warm.
vec3 warm(float arrives, float amount) {
    return arrives + arrives * (1.0 - arrives) * amount * vec3(0.30, 0.0, -0.10);
}

// The mirror image of a light, cubed (Phong); fades out where the light is behind the surface.
float mirrored(vec3 mirror, vec3 l) {
    float x = clamp(dot(mirror, l), 0.0, 1.0);
    return x * x * x;
}

float schlick(float facing) {
    float x = 1.0 - clamp(facing, 0.0, 1.0);
    float x2 = x * x;
    return x2 * x2 * x;
}
