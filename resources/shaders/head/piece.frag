uniform sampler2D piece_map;
uniform float gloss;
uniform float solid; // 1: only what covers; 0: only what lets through; with WHOLE defined all covers

void main() {
    vec4 own = texture(piece_map, texel);
#ifndef WHOLE
    if ((own.a >= 0.9) != (solid > 0.5) || own.a < 0.004) {
        discard;
    }
#endif
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    float outside = gl_FrontFacing ? 1.0 : 0.0;
    n *= 2.0 * outside - 1.0;
    vec3 mirror = 2.0 * dot(n, v) * n - v;
    vec3 lit = studio.y * mix(ground, sky, 0.5 + 0.5 * n.y) * 0.85;
    float shine = 0.0;
    for (int i = 0; i < 3; ++i) {
        vec3 l = light_direction[i];
        float facing = dot(n, l);
        lit += studio.x * light_colour[i] * (i == 2 ? 0.55 : 0.92) * wrapped(facing, vec3(0.76));
        float broad = mirrored(mirror, l);
        shine += light_colour[i].g * clamp(facing * 3.0, 0.0, 1.0) * broad * broad * broad * broad;
    }
    vec3 result = lit_by(own.rgb) * lit * mix(0.42, 1.0, outside) + studio.w * gloss * outside * shine * 0.25;
    colour = vec4(develop(result), 1.0) * (solid > 0.5 ? 1.0 : own.a);
}
