#version 330 core
// One point of the mesh. Picture rows run down; row 0 is drawn at the bottom of the frame buffer so that reading it
// back gives the picture upright.
in vec2 target;
in vec2 offset;
in float depth;
in float ratio;
#ifdef RIM
in float edge;
#endif
#ifdef KEYED
in vec2 key_at;
in float key_weight;
out vec3 v_key;
#endif
#ifdef RELIEF
in vec3 lid_at;
out vec3 v_lid;
#endif
#ifdef PLACED
in vec2 placed;
out vec2 v_placed;
#endif
out vec2 v_offset;
out float v_ratio;
#ifdef RIM
out float v_edge;
#endif
invariant gl_Position;  // neighbouring triangles may be drawn by different variants

void main() {
#ifdef KEYED
    v_key = vec3(key_at, key_weight);
#endif
#ifdef PLACED
    v_placed = placed;
#endif
#ifdef RELIEF
    v_lid = lid_at;
#endif
    v_offset = offset;
    v_ratio = ratio;
#ifdef RIM
    v_edge = edge;
#endif
    gl_Position = vec4(target * 2.0 - 1.0, depth * 2.0 - 1.0, 1.0);
}
