// Teeth, gums, tongue, the mouth's inside and the lids' inner rims. tint: colour and gloss; light.x: how much arrives.
void main() {
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec3 lit = mix(ground, sky, 0.5 + 0.5 * n.y) * 1.2;
    float shine = 0.0;
    for (int i = 0; i < 2; ++i) {
        vec3 l = light_direction[i];
        lit += light_colour[i] * wrapped(dot(n, l), vec3(0.5, 0.35, 0.3));
        float twelfth;
        float front = broad_gloss(n, l, v, twelfth);
        shine += light_colour[i].g * front * twelfth * twelfth * twelfth * twelfth;
    }
    vec3 albedo = tint.rgb * tint.rgb;
    colour = vec4(develop((albedo * lit + shine * tint.a * 0.25) * light.x), 1.0);
}
