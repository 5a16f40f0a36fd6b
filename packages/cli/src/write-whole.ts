import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'

const pieceLength = 1 << 20

/**
 * Writes a file that appears whole or not at all: under another name beside it first. Gives the sentence that says why it
 * can't be written, such as a folder that is not there; other errors throw.
 */
export function writeWhole(path: string, pieces: Iterable<string>): Promise<string | undefined> {
  return writeTogether([[path, pieces]])
}

/** As `writeWhole`, for files that belong together: where one can't be written, none appears. */
export async function writeTogether(
  files: Iterable<readonly [path: string, pieces: Iterable<string>]>,
): Promise<string | undefined> {
  const drafts: { readonly path: string; readonly draft: string }[] = []
  let at = ''
  try {
    for (const [path, pieces] of files) {
      at = path
      if (await isFolder(path)) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' })
      const draft = `${path}.${randomUUID()}.part`
      drafts.push({ path, draft })
      await write(draft, pieces)
    }
    for (const { path, draft } of drafts) {
      at = path
      await rename(draft, path)
    }
    return undefined
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return `${at}: the folder is not there.`
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `${at}: writing there is not allowed.`
    if (code === 'EISDIR') return `${at}: this is a folder.`
    if (code === 'ENOSPC') return `${at}: the disk is full.`
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

async function write(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'wx')
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
