import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { root, serverOptions } from './bundle.ts'
import { precompile } from './precompile-jsx.ts'

const fixtures = join(import.meta.dirname, 'fixtures/jsx')
const alias = { '#html/jsx-runtime': join(root, 'app/platform/html/jsx-runtime.ts') }
mkdirSync(join(root, 'build'), { recursive: true })
const folder = mkdtempSync(join(root, 'build/jsx-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Page = (props: Readonly<Record<string, unknown>>) => { readonly text: string }
let count = 0

/** What a file exports, twice: with its elements folded as in the server, and through the plain runtime. */
async function both(source: string): Promise<readonly [folded: Record<string, Page>, plain: Record<string, Page>]> {
  count += 1
  const name = `page-${count}`
  const entry = join(folder, `${name}.tsx`)
  writeFileSync(entry, source)
  const load = async (kind: 'folded' | 'plain'): Promise<Record<string, Page>> => {
    const options = serverOptions({ [name]: entry }, join(folder, kind))
    const plugins = options.plugins?.filter((plugin) => kind === 'folded' || plugin.name !== 'precompile-jsx') ?? []
    await build({ ...options, plugins, alias, jsx: 'automatic', jsxImportSource: '#html', logLevel: 'error' })
    // The sources below export components and nothing else.
    return (await import(join(folder, kind, `${name}.js`))) as Record<string, Page>
  }
  return [await load('folded'), await load('plain')]
}

const values = fc.oneof(
  fc.string(),
  fc.constantFrom('<b>&"\'', 'a&amp;b', '', ' ', '\n'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
)

describe('folding JSX into text', () => {
  it.each(readdirSync(fixtures))('gives the bytes of the plain runtime: %s', async (fixture) => {
    const [folded, plain] = await both(readFileSync(join(fixtures, fixture), 'utf8'))
    fc.assert(
      fc.property(values, values, fc.array(values, { maxLength: 4 }), (a, b, list) => {
        const props = { a, b, list, rest: { id: a, title: b } }
        const expected = plain.Page?.(props).text
        expect(folded.Page?.(props).text).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the bytes of the plain runtime for text that nobody thought of', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\t', '&amp;', '&nbsp;', '"', "'", ';', '&', '#', 'é'),
    })
    const samples = fc.sample(fc.tuple(text, text), { numRuns: 150, seed: 20261122 })
    const elements = samples.map(
      ([outer, title]) => `<p title="${title.replaceAll('"', '')}">${outer}{a}${outer}<b>${title}</b> </p>`,
    )
    const [folded, plain] = await both(`export const Page = ({ a }) => <>${elements.join('\n')}</>`)
    expect(folded.Page?.({ a: '<' }).text).toBe(plain.Page?.({ a: '<' }).text)
    expect(plain.Page?.({ a: '<' }).text).toContain('&lt;')
  })

  it('gives the bytes of the plain runtime for every component of the kit, in every state', async () => {
    const gallery = join(root, 'app/platform/ui/gallery')
    const pages = readdirSync(gallery).filter((file) => file.endsWith('-page.tsx'))
    const [folded, plain] = await both(
      pages.map((file) => `export * from ${JSON.stringify(join(gallery, file))}`).join('\n'),
    )
    const names = Object.keys(plain).filter((name) => typeof plain[name] === 'function' && name.endsWith('Page'))
    expect(names).toContain('UiPage')
    for (const name of names) {
      for (const locale of ['nl', 'en']) {
        const props = { locale, now: new Date('2026-11-22T10:00:00Z') }
        expect(plain[name]?.(props).text.length).toBeGreaterThan(1000)
        expect(folded[name]?.(props).text).toBe(plain[name]?.(props).text)
      }
    }
  })

  it('leaves no call for an element with a plain name', async () => {
    const code = await precompile('export const a = <p class="x">{1 + 1}<br /> &lt;</p>', 'a.tsx')
    expect(code).toContain('new Html$("<p class=\\"x\\">" + childText$(1 + 1) + "<br> &lt;</p>")')
  })

  it('keeps the way back to the source: an error in an expression names its line', async () => {
    const source = 'export const Page = ({ a }) => (\n  <p>\n    <b>fixed</b>\n    {a.none.here}\n  </p>\n)\n'
    const entry = join(folder, 'broken.tsx')
    writeFileSync(entry, source)
    await build({ ...serverOptions({ broken: entry }, join(folder, 'broken')), alias, logLevel: 'error' })
    const script = `import { Page } from ${JSON.stringify(join(folder, 'broken/broken.js'))}; Page({ a: {} })`
    const { stderr } = spawnSync(process.execPath, ['--enable-source-maps', '--input-type=module', '--eval', script])
    expect(stderr.toString()).toContain(`${entry}:4:`)
  })
})
