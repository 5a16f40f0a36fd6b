#!/usr/bin/env node
import { join } from 'node:path'
import { requireNode24, root } from '../../scripts/node24.mjs'
import { run } from '../../scripts/run.mjs'

// `npx kantelpunt …`, also where the machine's own Node is 20: finds Node 24 and lets that run app/cli.ts. Signals go on to
// it: a long search answers Control-C with the best it has, and we wait for that.

const cli = join(root, 'app/cli.ts')
const args = ['--enable-source-maps', cli, ...process.argv.slice(2)]
try {
  process.exitCode = await run(requireNode24(), args, process.env, process.cwd())
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
