/** Loads the fonts that a text needs from what the build made, and keeps the last ones: most papers need the same. */
import { Problem } from '../http/problem.ts'
import type { FontFile } from '../paper/fonts.ts'
import { fontsNeeded } from '../paper/typeset.ts'

/** Reads a file that the build made, by its path; null where there is none. */
export type Shelf = (path: string) => Promise<Uint8Array | null>

export interface Fonts {
  index: FontFile[]
  files: Map<string, Uint8Array>
}

/** The list alone is some 200 kB of JSON. What is kept are bytes, never promises: those belong to one request. */
let index: FontFile[] | undefined
const kept = new Map<string, Uint8Array>()
/** Files of 130 kB on average, and four of 500 kB that every paper needs: some 10 MB. */
const MOST_KEPT = 64

/**
 * @throws NoFont for a character that no font of ours has
 * @throws Problem `not-built`
 */
export async function loadFonts(shelf: Shelf, texts: string[]): Promise<Fonts> {
  index ??= JSON.parse(new TextDecoder().decode(await take(shelf, 'index.json'))) as FontFile[]
  const needed = fontsNeeded(index, texts)
  const files = await Promise.all(
    needed.map(async ({ name }): Promise<[string, Uint8Array]> => {
      const file = kept.get(name) ?? (await take(shelf, name))
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(name, file)
      return [name, file]
    }),
  )
  return { index, files: new Map(files) }
}

async function take(shelf: Shelf, name: string): Promise<Uint8Array> {
  const file = await shelf(`/fonts/${name}`)
  if (!file) throw new Problem('not-built')
  return file
}
