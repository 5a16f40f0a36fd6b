import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** Bytes of a script as it is built, gzipped. */
async function sizeOf(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  })
  return outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0)
}

it('the script of a page stays within 45 kB gzipped', async () => {
  const bytes = await sizeOf('app/client.ts')
  process.stdout.write(`script: ${(bytes / 1000).toFixed(1)} kB gzipped\n`)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(45_000)
})

it('the script of the page on which several people write at once stays within 110 kB gzipped in all', async () => {
  const own = await sizeOf('app/modules/improvement/lessons/client/lesson-document.ts')
  const all = own + (await sizeOf('app/client.ts'))
  process.stdout.write(`script of writing together: ${(all / 1000).toFixed(1)} kB gzipped\n`)
  expect(own).toBeGreaterThan(15_000)
  expect(all).toBeLessThanOrEqual(110_000)
})
