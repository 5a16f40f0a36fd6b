/** Cells as numbers of levels: a text that occurs a million times is kept once. */
export interface TextColumn {
  /** For each row the place of its text in `levels`. */
  readonly codes: Int32Array
  /** The different texts, in the order in which they first occur; a blank cell is the level ''. */
  readonly levels: readonly string[]
}

/** Gives each different stretch of bytes a number. `from` and `to` say where the cell of a row is. */
export function codeCells(
  bytes: Uint8Array,
  rowCount: number,
  bounds: { readonly starts: Uint32Array; readonly first: number; readonly step: number },
  textOf: (row: number) => string,
): TextColumn {
  const { starts, first, step } = bounds
  const codes = new Int32Array(rowCount)
  const levels: string[] = []
  /** Level by text: the same text may be written with and without quotes. */
  const levelOf = new Map<string, number>()
  /** Per different writing: where it first occurs, its hash, and its level. */
  let writings: Writings = {
    from: new Int32Array(64),
    to: new Int32Array(64),
    hash: new Int32Array(64),
    level: new Int32Array(64),
  }
  let count = 0
  let table = new Int32Array(256)
  let previousFrom = -1
  let previousTo = -1
  for (let row = 0; row < rowCount; row++) {
    const at = first + row * step
    const from = starts[at] ?? 0
    const to = (starts[at + 1] ?? 0) - 1
    if (row > 0 && same(bytes, from, to, previousFrom, previousTo)) {
      codes[row] = codes[row - 1] ?? 0
      continue
    }
    previousFrom = from
    previousTo = to
    let hash = 0x811c9dc5
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
    let slot = hash & (table.length - 1)
    for (;;) {
      const writing = (table[slot] ?? 0) - 1
      if (writing < 0) break
      if (
        writings.hash[writing] === hash &&
        same(bytes, from, to, writings.from[writing] ?? 0, writings.to[writing] ?? 0)
      )
        break
      slot = (slot + 1) & (table.length - 1)
    }
    const known = (table[slot] ?? 0) - 1
    if (known >= 0) {
      codes[row] = writings.level[known] ?? 0
      continue
    }
    const text = textOf(row)
    const level = levelOf.get(text) ?? levels.length
    if (level === levels.length) {
      levels.push(text)
      levelOf.set(text, level)
    }
    if (count === writings.from.length) writings = grown(writings)
    writings.from[count] = from
    writings.to[count] = to
    writings.hash[count] = hash
    writings.level[count] = level
    count++
    table[slot] = count
    codes[row] = level
    if (count * 2 > table.length) table = rehashed(writings.hash, count, table.length * 4)
  }
  return { codes, levels }
}

function same(bytes: Uint8Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false
  for (let i = from, k = otherFrom; i < to; i++, k++) if (bytes[i] !== bytes[k]) return false
  return true
}

interface Writings {
  readonly from: Int32Array<ArrayBuffer>
  readonly to: Int32Array<ArrayBuffer>
  readonly hash: Int32Array<ArrayBuffer>
  readonly level: Int32Array<ArrayBuffer>
}

function grown({ from, to, hash, level }: Writings): Writings {
  return { from: doubled(from), to: doubled(to), hash: doubled(hash), level: doubled(level) }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2)
  bigger.set(array)
  return bigger
}

function rehashed(hashes: Int32Array, count: number, size: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(size)
  for (let writing = 0; writing < count; writing++) {
    let slot = (hashes[writing] ?? 0) & (size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = writing + 1
  }
  return table
}
