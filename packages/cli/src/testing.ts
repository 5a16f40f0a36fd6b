import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { commands, runCli } from './index.ts'

/** For the tests of one file: a folder that goes with them, a way to put files there, and the command line as people call it. */
export function openCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    folder,
    /** Writes text, or anything else as JSON, and gives the path. */
    put: async (name: string, content: unknown): Promise<string> => {
      const path = join(folder, name)
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
      return path
    },
    /** The exit code, the JSON that was printed, and what was said on standard error. */
    kantelpunt: async (...args: string[]) => {
      const output = new PassThrough()
      const progress = new PassThrough()
      const texts = Promise.all([text(output), text(progress)])
      const code = await runCli(commands, args, { input: Readable.from([]), output, progress, env: {} })
      output.end()
      progress.end()
      const [out, err] = await texts
      return { code, answer: out === '' ? undefined : JSON.parse(out), err }
    },
  }
}
