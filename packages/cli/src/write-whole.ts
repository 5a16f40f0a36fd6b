import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

const pieceLength = 1 << 20

/** Writes a file that appears whole or not at all: under another name beside it first. Throws where it can't be written. */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  const file = await open(draft, 'wx')
  try {
    try {
      let text = ''
      for (const piece of pieces) {
        text += piece
        if (text.length < pieceLength) continue
        await file.write(text)
        text = ''
      }
      await file.write(text)
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Rows as comma-separated text (RFC 4180, with line feeds). */
export function* csvLines(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield csvLine(header)
  for (const row of rows) yield csvLine(row)
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}
