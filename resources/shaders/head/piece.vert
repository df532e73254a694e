#version 330
// Hair, beards and glasses: as surface.vert, with a picture of their own.
uniform mat3 turn;
uniform vec3 pivot;
uniform vec4 lens; // focal length (2 / height at the pivot), distance, near, far

in vec3 in_position;
in vec3 in_normal;
in vec2 in_texel;

out vec3 position;
out vec3 normal;
out vec2 texel;

void main() {
    position = turn * (in_position - pivot);
    normal = turn * in_normal;
    texel = in_texel;
    float away = lens.y - position.z;
    float depth = (lens.w + lens.z - 2.0 * lens.w * lens.z / away) / (lens.w - lens.z);
    gl_Position = vec4(position.xy * vec2(lens.x, -lens.x) * lens.y, depth * away, away);
}
