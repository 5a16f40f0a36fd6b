import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

it('the script of a page stays within 45 kB gzipped', async () => {
  const { outputFiles } = await build({
    entryPoints: ['app/client.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  })
  const bytes = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0)
  process.stdout.write(`script: ${(bytes / 1000).toFixed(1)} kB gzipped\n`)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(45_000)
})
