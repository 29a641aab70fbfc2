/**
 * HarfBuzz, the shaper that Chromium has: characters in, glyphs and their places out. The package's own binding
 * fetches its module by itself, which a Worker cannot; this one is given the compiled module.
 */

/** One glyph, in the units of its font and in the order in which it is drawn, from the left. */
export interface Glyph {
  id: number
  /** Where in the text the characters begin that it stands for (UTF-16 units). */
  cluster: number
  advance: number
  x: number
  y: number
}

export interface Shaper {
  /** Font files are named, so that each is taken in once. */
  shape(name: string, font: Uint8Array, text: string, rightToLeft: boolean): Glyph[]
}

interface Exports {
  memory: WebAssembly.Memory
  __wasm_call_ctors(): void
  malloc(size: number): number
  free(at: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_face_create(blob: number, index: number): number
  hb_font_create(face: number): number
  hb_buffer_create(): number
  hb_buffer_destroy(buffer: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, count: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_guess_segment_properties(buffer: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_infos(buffer: number, length: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

/** hb_direction_t and hb_memory_mode_t. */
const LEFT_TO_RIGHT = 4
const RIGHT_TO_LEFT = 5
const READ_ONLY = 1
/** hb_glyph_info_t and hb_glyph_position_t are five words each. */
const WORDS = 5
const PAGE = 64 * 1024

/**
 * @param compiled harfbuzz.wasm of the package `harfbuzzjs`
 * @returns a shaper with memory of its own, which goes when the shaper goes: nothing in it is freed one by one
 */
export async function openShaper(compiled: WebAssembly.Module): Promise<Shaper> {
  const instance = await WebAssembly.instantiate(compiled, {
    env: {
      _abort_js: stop,
      _emscripten_runtime_keepalive_clear: () => {},
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => grow(hb.memory, size),
    },
    wasi_snapshot_preview1: { proc_exit: stop },
  })
  const hb = instance.exports as unknown as Exports
  hb.__wasm_call_ctors()
  const fonts = new Map<string, number>()
  return {
    shape(name, file, text, rightToLeft) {
      const font = fonts.get(name) ?? takeIn(hb, file)
      fonts.set(name, font)
      return shapeWith(hb, font, text, rightToLeft)
    },
  }
}

function stop(): never {
  throw new Error('HarfBuzz stopped')
}

function grow(memory: WebAssembly.Memory, size: number): boolean {
  memory.grow(Math.ceil((size - memory.buffer.byteLength) / PAGE))
  return true
}

function takeIn(hb: Exports, file: Uint8Array): number {
  const at = hb.malloc(file.length)
  new Uint8Array(hb.memory.buffer).set(file, at)
  return hb.hb_font_create(hb.hb_face_create(hb.hb_blob_create(at, file.length, READ_ONLY, 0, 0), 0))
}

function shapeWith(hb: Exports, font: number, text: string, rightToLeft: boolean): Glyph[] {
  const at = hb.malloc(text.length * 2)
  const units = new DataView(hb.memory.buffer)
  for (let i = 0; i < text.length; i++) units.setUint16(at + i * 2, text.charCodeAt(i), true)
  const buffer = hb.hb_buffer_create()
  hb.hb_buffer_add_utf16(buffer, at, text.length, 0, text.length)
  hb.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
  hb.hb_buffer_guess_segment_properties(buffer)
  hb.hb_shape(font, buffer, 0, 0)
  const count = hb.hb_buffer_get_length(buffer)
  const words = count * WORDS
  const infos = new Uint32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_infos(buffer, 0), words)
  const places = new Int32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_positions(buffer, 0), words)
  const word = (of: Uint32Array | Int32Array, i: number, member: number) => of[i * WORDS + member] as number
  const glyphs = Array.from({ length: count }, (_, i) => ({
    id: word(infos, i, 0),
    cluster: word(infos, i, 2),
    advance: word(places, i, 0),
    x: word(places, i, 2),
    y: word(places, i, 3),
  }))
  hb.hb_buffer_destroy(buffer)
  hb.free(at)
  return glyphs
}
