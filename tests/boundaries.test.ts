import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { violationsIn } from '../scripts/boundaries/index.ts'

describe('the house', () => {
  it('keeps to its own rules', () => {
    expect(violationsIn(join(import.meta.dirname, '..'))).toEqual([])
  })
})

const signs = {
  'app/platform/mail/README.md': 'mail',
  'app/modules/results/README.md': 'results',
  'app/modules/equity/README.md': 'equity',
  'packages/sortition/README.md': 'sortition',
  'packages/cli/README.md': 'cli',
}

describe('a house that keeps to the rules', () => {
  it('may import down, and past the front door of a package', () => {
    const found = violationsOf({
      'app/app.ts': `import { results } from './modules/results/index.ts'`,
      'app/modules/results/index.ts': `
        import { z } from 'zod'
        import { send } from '../../platform/mail/mail.ts'
        import { draw } from '@kantelpunt/sortition'
        import { norm } from './norm.ts'`,
      'packages/cli/src/index.ts': `import { readFile } from 'node:fs/promises'\nexport const now = () => Date.now()`,
      'packages/sortition/src/draw.test.ts': `import { readFileSync } from 'node:fs'`,
      'packages/sortition/src/draw.ts': `export const at = (day: string) => new Date(day)`,
    })
    expect(found).toEqual([])
  })
})

describe('a house that does not', () => {
  it.each([
    ['a module that imports another', 'app/modules/results/index.ts', `import { a } from '../equity/index.ts'`],
    ['a re-export of another module', 'app/modules/results/index.ts', `export { a } from '../equity/index.ts'`],
    ['a type of another module', 'app/modules/results/index.ts', `import type { A } from '../equity/a.ts'`],
    ['a late import of another module', 'app/modules/results/index.ts', `await import('../equity/index.ts')`],
    ['a module that imports the app', 'app/modules/results/index.ts', `import { a } from '../../app.ts'`],
    ['a platform that imports a module', 'app/platform/mail/mail.ts', `import '../../modules/results/index.ts'`],
    ['a platform that imports the app', 'app/platform/mail/mail.ts', `import '../../app.ts'`],
    [
      'a package that imports the platform',
      'packages/sortition/src/a.ts',
      `import '../../../app/platform/mail/mail.ts'`,
    ],
    ['a side door into a package', 'app/modules/results/index.ts', `import '../../../packages/sortition/src/a.ts'`],
    ['a side door between packages', 'packages/sortition/src/a.ts', `import '../../cli/src/index.ts'`],
    ['a house that stands on its tests', 'app/app.ts', `import '../tests/browser.ts'`],
    ['a package that reads files', 'packages/sortition/src/a.ts', `import 'node:fs'`],
    ['a package that reads the clock', 'packages/sortition/src/a.ts', 'export const now = Date.now()'],
    ['a package that asks what day it is', 'packages/sortition/src/a.ts', 'export const now = new Date()'],
    ['a package that rolls dice', 'packages/sortition/src/a.ts', 'export const die = () => Math.random()'],
    ['a package that asks the environment', 'packages/sortition/src/a.ts', 'export const a = process.env.A'],
    ['a drawer', 'app/platform/mail/helpers.ts', 'export const a = 1'],
    ['a folder that is a drawer', 'app/modules/results/shared/norm.ts', 'export const a = 1'],
    ['a long file', 'app/platform/mail/mail.ts', 'export {}\n'.repeat(401)],
    ['a name in another style', 'app/platform/mail/sendMail.ts', 'export {}'],
    ['a room without a sign', 'app/platform/jobs/jobs.ts', 'export {}'],
    ['a module without a sign', 'app/modules/goals/index.ts', 'export {}'],
    ['a package without a sign', 'packages/exchange/src/index.ts', 'export {}'],
  ])('notices %s', (_what, path, text) => {
    const found = violationsOf({ [path]: text })
    expect(found).toHaveLength(1)
    expect(path.startsWith(found[0]?.file ?? '-')).toBe(true)
  })
})

function violationsOf(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'kantelpunt-house-'))
  try {
    for (const folder of ['app', 'packages', 'tests', 'bench', 'scripts']) mkdirSync(join(root, folder))
    for (const [path, text] of Object.entries({ ...signs, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return violationsIn(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
