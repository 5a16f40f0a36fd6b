import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Package {
  readonly version?: string
  readonly link?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')
const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Package>> }

// A registry that lacks the build of a package for some other system makes npm leave it out of the lock file without a
// word, and then `npm ci` refuses that file everywhere. Pin a version whose builds are all there.
describe('the lock file', () => {
  it('has every optional package that another one names, also for other systems', () => {
    const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !known.has(name))
        .map((name) => `${name}, which ${path} names`),
    )
    expect(known.size).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  it('has a version for every package and an address for none', () => {
    const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
    expect(installed.filter(([, { version }]) => version === undefined)).toEqual([])
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })
})
