import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const command = join(import.meta.dirname, '../app/bin/kantelpunt.mjs')
const shell = (line: string) =>
  promisify(execFile)('bash', ['-c', `set -o pipefail; ${line}`], { env: { ...process.env, COMMAND: command } })

it('says nothing of a reader who has seen enough', async () => {
  expect(await shell('node "$COMMAND" results norms list | true')).toEqual({ stdout: '', stderr: '' })
})

it('gives the whole answer to who reads it', async () => {
  const { stdout } = await shell('node "$COMMAND" results norms list')
  expect(JSON.parse(stdout)).toHaveProperty('norms')
})
