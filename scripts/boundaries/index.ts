import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importViolations } from './imports.ts'
import { purityViolations } from './purity.ts'
import { treeViolations } from './tree.ts'
import type { SourceFile, Violation } from './violation.ts'

const inHouse = ['app', 'packages', 'tests', 'bench', 'scripts']
const notOurs = new Set(['node_modules', 'build'])

/** Everything in the project under `root` that breaks a rule of docs/architecture.md. */
export function violationsIn(root: string): readonly Violation[] {
  const files = inHouse.flatMap((folder) => filesIn(root, folder))
  const code = files.filter(({ path }) => /\.(tsx?|mjs)$/.test(path))
  return [
    ...treeViolations(files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))),
    ...code.flatMap(importViolations),
    ...code.flatMap(purityViolations),
  ]
}

function filesIn(root: string, folder: string): readonly SourceFile[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesIn(root, path)
    return entry.isFile() ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}

if (import.meta.main) {
  const found = violationsIn(join(import.meta.dirname, '../..'))
  for (const { file, rule } of found) console.log(`${file} ${rule}`)
  process.exitCode = found.length === 0 ? 0 : 1
}
