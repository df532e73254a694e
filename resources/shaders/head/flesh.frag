// Teeth, gums, tongue, the mouth's inside and the lids' inner rims. tint: colour and gloss; light.x: how much arrives.
void main() {
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec3 lit = mix(ground, sky, 0.5 + 0.5 * n.y) * 1.2;
    vec3 shine = vec3(0.0);
    for (int i = 0; i < 2; ++i) {
        lit += light_colour[i] * wrapped(dot(n, light_direction[i]), vec3(0.5, 0.35, 0.3));
        shine += light_colour[i] * gloss(n, light_direction[i], v, 60.0);
    }
    vec3 albedo = tint.rgb * tint.rgb;
    colour = vec4(develop((albedo * lit + shine * tint.a * 0.10) * light.x), 1.0);
}
