import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { root } from './node24.mjs'
import { setup } from './setup.mjs'

// `npm run check`: what can be told without running the program. `-- --write` also repairs what can be repaired, and
// `-- --write-schema` writes down the schema that the migrations make.

const parts = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off'] },
  { name: 'boundaries', args: ['scripts/boundaries/index.ts'] },
  {
    name: 'unused code',
    args: ['node_modules/knip/bin/knip.js', '--no-progress', '--cache', '--cache-location=node_modules/.cache/knip'],
  },
]

/** Runs every part, prints each with its time and what it found, and returns how many passed and failed. */
export async function check(node) {
  let passed = 0
  for (const { name, args } of parts) {
    const started = Date.now()
    const { code, output } = await capture(node, args)
    const time = `${((Date.now() - started) / 1000).toFixed(1)} s`
    if (code === 0) passed += 1
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${time})`)
    if (code !== 0) console.log(output.replace(/^/gm, '    '))
  }
  return { passed, failed: parts.length - passed }
}

function capture(node, args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trimEnd() }))
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const node = await setup()
  const asked = new Set(process.argv.slice(2))
  if (asked.has('--write')) await capture(node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'])
  if (asked.has('--write-schema')) {
    const { run } = await import('./run.mjs')
    const args = ['node_modules/vitest/vitest.mjs', 'run', 'app/schema-description.test.ts']
    process.exitCode = await run(node, args, { ...process.env, KANTELPUNT_WRITE_SCHEMA: '1' })
  }
  const { failed } = await check(node)
  if (failed > 0) process.exitCode = 1
}
