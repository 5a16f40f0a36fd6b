#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { requireNode24, root } from '../../scripts/node24.mjs'

// `npx kantelpunt …`, also where the machine's own Node is 20: finds Node 24 and lets that run app/cli.ts.

const cli = join(root, 'app/cli.ts')
const { status, error } = spawnSync(requireNode24(), ['--enable-source-maps', cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
if (error !== undefined) process.stderr.write(`${error.message}\n`)
process.exitCode = status ?? 1
