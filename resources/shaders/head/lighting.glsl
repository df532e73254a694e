// Shared by every material. Kept in step with engine/head/portrait/shade.py, which does the same in numpy.
uniform vec3 light_direction[3]; // key, fill, rim: toward the light
uniform vec3 light_colour[3];
uniform vec3 sky;
uniform vec3 ground;
uniform float eye_distance; // of the camera from the pivot

in vec3 position;
in vec3 normal;
in vec4 light;  // how much of key, fill, rim and surroundings arrives
in vec2 texel;
in vec4 tint;

out vec4 colour;

// sRGB-coded picture value of linear light: straight up to the knee, then a shoulder to 1.
vec3 develop(vec3 x) {
    vec3 over = max(x - 0.62, 0.0);
    x = min(x, 0.62) + 0.38 * over / (over + 0.38);
    return mix(12.92 * x, 1.055 * pow(max(x, 1e-5), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, x));
}

// Light creeps round the edge of shade by `wrap` per channel; energy kept.
vec3 wrapped(float facing, vec3 wrap) {
    vec3 lit = clamp((facing + wrap) / (1.0 + wrap), 0.0, 1.0);
    return lit * lit / (1.0 + 0.15 * wrap) * 0.5 + lit * 0.5;
}

float gloss(vec3 n, vec3 l, vec3 v, float sharpness) {
    float half_way = clamp(dot(n, normalize(l + v)), 0.0, 1.0);
    return pow(half_way, sharpness) * (sharpness + 8.0) * 0.04 * clamp(dot(n, l) * 3.0, 0.0, 1.0);
}
