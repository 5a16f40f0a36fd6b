import type { TextColumn } from '@kantelpunt/delimited-text'

/** Texts as numbers of levels, in the order in which they first occur. */
export function codeTexts(rowCount: number, textOf: (row: number) => string): TextColumn {
  const codes = new Int32Array(rowCount)
  const places = new Map<string, number>()
  for (let row = 0; row < rowCount; row++) {
    const text = textOf(row)
    const place = places.get(text) ?? places.size
    if (place === places.size) places.set(text, place)
    codes[row] = place
  }
  return { codes, levels: [...places.keys()] }
}
