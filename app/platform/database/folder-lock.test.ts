import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseInUseError, lockFolder } from './folder-lock.ts'

let folder: string
let children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kantelpunt-lock-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  rmSync(folder, { recursive: true, force: true })
})

/** A process that takes the folder at the given moment, tells how that went, and keeps it until it is killed. */
async function rival(at = 0): Promise<{ readonly child: ChildProcess; readonly outcome: Promise<string> }> {
  const script = join(folder, `rival-${children.length}.ts`)
  writeFileSync(
    script,
    `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}
    process.on('message', () => {
      while (Date.now() < ${at}) {}
      try { lockFolder(${JSON.stringify(folder)}); process.send('got it') } catch (error) { process.send(error.code) }
    })
    process.send('here')`,
  )
  const child = fork(script, { silent: true })
  children.push(child)
  await once(child, 'message')
  const outcome = once(child, 'message').then(([message]) => String(message))
  child.send('go')
  return { child, outcome }
}

describe('the lock on the folder of the embedded database', () => {
  it('refuses a second process and says which one has it and what to do', async () => {
    const { child, outcome } = await rival()
    expect(await outcome).toBe('got it')
    const refused = expect(() => lockFolder(folder))
    refused.toThrow(DatabaseInUseError)
    expect(() => lockFolder(folder)).toThrow(
      `The database in ${folder} is in use by process ${child.pid}. Stop that one first, or give this one another folder (KANTELPUNT_DATA)`,
    )
  })

  it('refuses a second use within one process', () => {
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(DatabaseInUseError)
    unlock()
    lockFolder(folder)()
  })

  it('is free again when its process was killed', async () => {
    const { child, outcome } = await rival()
    expect(await outcome).toBe('got it')
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockFolder(folder)()
  })

  it('is given to one of several that ask at the same moment, also after a crash', async () => {
    for (const _round of [1, 2, 3]) {
      const at = Date.now() + 1500
      const rivals = await Promise.all([rival(at), rival(at), rival(at), rival(at)])
      const outcomes = await Promise.all(rivals.map(({ outcome }) => outcome))
      expect(outcomes.toSorted()).toEqual(['database-in-use', 'database-in-use', 'database-in-use', 'got it'])
      for (const { child } of rivals) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    }
  })

  it('passes on what is wrong with the folder itself', () => {
    writeFileSync(join(folder, 'a-file'), '')
    expect(() => lockFolder(join(folder, 'a-file'))).toThrow('EEXIST')
  })
})
