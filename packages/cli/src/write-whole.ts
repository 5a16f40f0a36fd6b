import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

const pieceLength = 1 << 20

/**
 * Writes a file that appears whole or not at all: under another name beside it first. Gives the sentence that says why it
 * can't be written, such as a folder that is not there; other errors throw.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<string | undefined> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    await write(path, draft, pieces)
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return `${path}: the folder is not there.`
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `${path}: writing there is not allowed.`
    if (code === 'EISDIR') return `${path}: this is a folder.`
    if (code === 'ENOSPC') return `${path}: the disk is full.`
    throw error
  }
}

async function write(path: string, draft: string, pieces: Iterable<string>): Promise<void> {
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

/** Rows as separated text (RFC 4180, with line feeds). */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  separator = ',',
): Generator<string> {
  yield csvLine(header, separator)
  for (const row of rows) yield csvLine(row, separator)
}

function csvLine(cells: readonly string[], separator: string): string {
  return `${cells.map((cell) => (/["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)}\n`
}
