import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const documents = globSync(['*.md', '{app,packages,docs,bench,tests}/**/*.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})

describe('the documents', () => {
  it.each(documents)('%s points to what is there', (path) => {
    const text = readFileSync(join(root, path), 'utf8').replaceAll(/```.*?```|`[^`]*`/gs, '')
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? '')
    const broken = targets.filter(
      (target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)),
    )
    expect(broken).toEqual([])
  })

  it('name every decision in the list of decisions', () => {
    const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
    const records = documents.filter((path) => /docs\/decisions\/\d{4}-/.test(path))
    expect(records.length).toBeGreaterThan(0)
    for (const path of records) expect(list).toContain(`](${path.slice('docs/decisions/'.length)})`)
  })

  it('fit on a screen where that was promised', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(50)
  })
})
