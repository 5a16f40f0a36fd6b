import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A server that still runs from an earlier build, and pages that it sent, go on finding their files for so long. */
const keptMs = 30 * 24 * 3600_000

/**
 * Removes from a folder what is not of this build and was replaced 30 days ago or longer. `list` is the file that remembers
 * since when each has been; `current` holds the paths of this build within the folder (`.br` and `.gz` go with them).
 */
export async function removeStale(
  folder: string,
  list: string,
  current: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const before = await readList(list)
  const still: Record<string, number> = {}
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    const name = relative(folder, path)
    if (!file.isFile() || current.has(name.replace(/\.(br|gz)$/, ''))) continue
    const since = before[name] ?? now
    if (now - since >= keptMs) await rm(path, { force: true })
    else still[name] = since
  }
  await writeFile(list, JSON.stringify(still))
}

async function readList(list: string): Promise<Readonly<Record<string, number>>> {
  try {
    // As it was written above; without it, or torn, everything counts as replaced now.
    return JSON.parse(await readFile(list, 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}
