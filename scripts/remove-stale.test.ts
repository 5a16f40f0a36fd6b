import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStale } from './remove-stale.ts'

const day = 24 * 3600_000
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kantelpunt-stale-'))
  await mkdir(join(home, 'public/fonts'), { recursive: true })
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function build(files: readonly string[], now: number): Promise<readonly string[]> {
  for (const file of files) await writeFile(join(home, 'public', file), file)
  const current = new Set(files.filter((file) => !file.endsWith('.gz')))
  await removeStale(join(home, 'public'), join(home, 'replaced.json'), current, now)
  const left = await readdir(join(home, 'public'), { recursive: true })
  return left.filter((file) => file.includes('-')).toSorted()
}

it('keeps files of an earlier build for a month, so that a server goes on with what it started with', async () => {
  const first = ['styles-A.css', 'styles-A.css.gz', 'fonts/sans-A.woff2']
  const second = ['styles-B.css', 'fonts/sans-A.woff2']
  const third = ['styles-C.css', 'fonts/sans-B.woff2']
  expect(await build(first, 0)).toEqual(first.toSorted())
  // However old the first build is: it counts from when it was replaced.
  expect(await build(second, 90 * day)).toEqual([...first, 'styles-B.css'].toSorted())
  expect(await build(third, 119 * day)).toEqual([...new Set([...first, ...second, ...third])].toSorted())
  expect(await build(third, 120 * day)).toEqual([...second, ...third].toSorted())
  // What comes back is of the build again.
  expect(await build(second, 121 * day)).toEqual([...second, ...third].toSorted())
  expect(await build(second, 148 * day)).toEqual([...second, ...third].toSorted())
  expect(await build(second, 151 * day)).toEqual(second.toSorted())
})
