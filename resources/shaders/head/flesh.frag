// Teeth, gums, tongue, the mouth's inside and the lids' inner rims. tint: colour and gloss; light.x: how much arrives.
uniform vec3 teeth_colour;
void main() {
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec3 lit = mix(ground, sky, 0.5 + 0.5 * n.y) * 1.2;
    float shine = 0.0;
    vec3 mirror = 2.0 * dot(n, v) * n - v;
    for (int i = 0; i < 2; ++i) {
        vec3 l = light_direction[i];
        float facing = dot(n, l);
        lit += light_colour[i] * wrapped(facing, vec3(0.667, 0.741, 0.769));
        float broad = mirrored(mirror, l);
        shine += light_colour[i].g * clamp(facing * 3.0, 0.0, 1.0) * broad * broad * broad * broad;
    }
    vec3 albedo = tint.rgb * tint.rgb * (tint.a > 0.95 ? teeth_colour : vec3(1.0));
    colour = vec4(develop((albedo * lit + shine * tint.a * 0.25) * light.x), 1.0);
}
