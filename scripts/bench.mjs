import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node24.mjs'
import { run } from './run.mjs'
import { setup } from './setup.mjs'

// `npm run bench -- NAME`: runs bench/NAME.ts or bench/NAME/index.ts on a fresh build.

const folder = join(root, 'bench')
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory()) return existsSync(join(folder, entry.name, 'index.ts')) ? [entry.name] : []
  return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [entry.name.slice(0, -'.ts'.length)] : []
})

const [name, ...args] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`${name === undefined ? 'Which one?' : `There is no ${name}.`} npm run bench -- NAME, with for NAME:`)
  for (const each of names) console.error(`  ${each}`)
  process.exit(1)
}
const node = await setup()
const built = await run(node, ['scripts/build.ts'])
if (built !== 0) process.exit(built)
const file = existsSync(join(folder, `${name}.ts`)) ? `bench/${name}.ts` : `bench/${name}/index.ts`
process.exitCode = await run(node, ['--enable-source-maps', file, ...args], { ...process.env, NODE_ENV: 'production' })
